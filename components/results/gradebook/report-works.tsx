import { useTranslations } from "next-intl"
import type { StudentReportProps } from "@/components/results/gradebook/student-report-view"
import { Cell, DataTable, HeaderCell, Row, RowHeader } from "@/components/ui/data-table"
import { PageLink } from "@/components/ui/page-link"
import { displayPoints } from "@/lib/quiz/score-display"
import type { ReportWork, StudentReport } from "@/lib/results/gradebook/build-student-report"
import { displayPercent } from "@/lib/results/gradebook/share"
import { type CellWords, standingWords } from "@/lib/results/gradebook/table-view"

/** Every assignment with its dates, where the student stands, and the score. */
export function ReportWorks({ report, cellWords, when }: StudentReportProps) {
  const words = useTranslations("results.gradebook.report")
  return (
    <DataTable caption={words("caption", { name: report.person.displayName })} minWidth="40rem">
      <thead>
        <tr>
          <HeaderCell>{words("assignment")}</HeaderCell>
          <HeaderCell>{words("dates")}</HeaderCell>
          <HeaderCell>{words("standing")}</HeaderCell>
          <HeaderCell numeric>{words("score")}</HeaderCell>
          <HeaderCell numeric>{words("counts2")}</HeaderCell>
        </tr>
      </thead>
      <tbody>
        {report.works.map((one) => (
          <WorkLine key={one.work.assignmentId} one={one} report={report} cellWords={cellWords} when={when} />
        ))}
      </tbody>
    </DataTable>
  )
}

type WorkLineProps = {
  one: ReportWork
  report: StudentReport
  cellWords: CellWords
  when: (instant: Date) => string
}

function WorkLine({ one, report, cellWords, when }: WorkLineProps) {
  const words = useTranslations("results.gradebook.report")
  const cell = useTranslations("results.gradebook.cell")
  const { work, standing, dueAt, isDropped, excuseReason } = one
  const { score, computed, override, share, submittedAt } = standing
  const category = report.categories.find(({ id }) => id === work.categoryId)
  const inWords = (found: NonNullable<typeof score>) =>
    cell("score", { score: displayPoints(found.earned), possible: found.possible })
  return (
    <Row>
      <RowHeader>
        <PageLink
          href={`/teach/assignments/${work.assignmentId}/students/${report.person.enrolmentId}`}
          dir="auto"
          className="hover:underline"
        >
          {work.title}
        </PageLink>
        {category && (
          <span dir="auto" className="block font-normal text-13 text-ink-3">
            {category.name}
          </span>
        )}
      </RowHeader>
      <Cell className="text-13">
        <span className="block">{words("due", { when: when(dueAt) })}</span>
        {submittedAt && (
          <span className="block text-ink-2">{words("handedIn", { when: when(submittedAt) })}</span>
        )}
      </Cell>
      <Cell className="text-13">
        <span dir="auto">{standingWords(standing, cellWords, cell(`kind.${standing.kind}`))}</span>
        {excuseReason && (
          <span dir="auto" className="block text-ink-2">
            {excuseReason}
          </span>
        )}
      </Cell>
      <Cell numeric className="whitespace-nowrap">
        {score ? inWords(score) : words("none")}
        {override && (
          <span className="block text-13 text-ink-2">
            {cell("setByHand")}.{" "}
            {cell("computed", { score: computed ? inWords(computed) : cell("nothingComputed") })}
          </span>
        )}
      </Cell>
      <Cell numeric className="text-13">
        {share && !isDropped && (report.categories.length === 0 || category)
          ? `${displayPercent(share)}%`
          : words("notCounted")}
      </Cell>
    </Row>
  )
}
