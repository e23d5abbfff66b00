import { useTranslations } from "next-intl"
import { OverrideHistory } from "@/components/results/gradebook/override-history"
import { ReportWorks } from "@/components/results/gradebook/report-works"
import { SkillsTable } from "@/components/results/gradebook/skills-table"
import { TextLink } from "@/components/ui/text-link"
import type { ReportWork, StepsFacts, StudentReport } from "@/lib/results/gradebook/build-student-report"
import { cellView } from "@/lib/results/gradebook/cell-view"
import { displayPercent } from "@/lib/results/gradebook/share"
import type { CellWords } from "@/lib/results/gradebook/table-view"

export type StudentReportProps = {
  report: StudentReport
  cellWords: CellWords
  /** An instant, in the school's words. */
  when: (instant: Date) => string
}

/** One student over all assignments: to sit beside a parent with, and to print. */
export function StudentReportView(props: StudentReportProps) {
  const { report } = props
  const words = useTranslations("results.gradebook.report")
  return (
    <div className="grid max-w-narrow grid-cols-1 gap-8">
      <Totals report={report} />
      <section aria-labelledby="report-works">
        <h2 id="report-works" className="mb-1 font-semibold text-17">
          {words("works")}
        </h2>
        {report.works.length > 0 ? <ReportWorks {...props} /> : <p>{words("nothing")}</p>}
      </section>
      <Comments report={report} />
      <Overrides {...props} />
      <Writing report={report} />
      <SkillsTable report={report} />
    </div>
  )
}

function Totals({ report: { total, categories, counts, person } }: Pick<StudentReportProps, "report">) {
  const words = useTranslations("results.gradebook.report")
  return (
    <section>
      <p className="font-semibold text-20">
        {total.share ? words("total", { total: displayPercent(total.share) }) : words("noTotal")}
      </p>
      <p className="text-ink-2">{words("counts", counts)}</p>
      {person.hasLeft && <p className="text-ink-2">{words("left")}</p>}
      <ul className="text-13 text-ink-2">
        {categories.map(({ id, name, weight }, at) => {
          const own = total.categories[at]
          return own?.share ? (
            <li key={id}>
              {words("categoryTotal", { name, weight, total: displayPercent(own.share), n: own.n })}
            </li>
          ) : null
        })}
      </ul>
    </section>
  )
}

function Comments({ report: { works } }: Pick<StudentReportProps, "report">) {
  const words = useTranslations("results.gradebook.report")
  const commented = works.filter(({ comments }) => comments.length > 0)
  if (commented.length === 0) return null
  return (
    <section aria-labelledby="report-comments">
      <h2 id="report-comments" className="mb-1 font-semibold text-17">
        {words("comments")}
      </h2>
      {commented.map(({ work, comments }) => (
        <div key={work.assignmentId} className="border-rule border-t py-2">
          <h3 dir="auto" className="font-semibold text-15">
            {work.title}
          </h3>
          {comments.map(({ position, text }) => (
            <p key={position}>
              <span className="me-2 text-13 text-ink-3">{words("comment", { position })}</span>
              <bdi className="whitespace-pre-line font-read">{text}</bdi>
            </p>
          ))}
        </div>
      ))}
    </section>
  )
}

function Overrides({ report, when }: StudentReportProps) {
  const words = useTranslations("results.gradebook.report")
  const set = report.works.filter(({ history }) => history.length > 0)
  if (set.length === 0) return null
  const entries = (work: ReportWork) =>
    cellView(work, { name: report.person.displayName, mayEdit: false, when }).history
  return (
    <section aria-labelledby="report-overrides">
      <h2 id="report-overrides" className="mb-1 font-semibold text-17">
        {words("overrides")}
      </h2>
      {set.map((work) => (
        <div key={work.work.assignmentId} className="border-rule border-t py-2">
          <h3 dir="auto" className="font-semibold text-15">
            {work.work.title}
          </h3>
          <OverrideHistory entries={entries(work)} />
        </div>
      ))}
    </section>
  )
}

/** How often, never how long; and where it can be read. */
function Writing({ report: { works, person } }: Pick<StudentReportProps, "report">) {
  const words = useTranslations("results.gradebook.report")
  const written = works.filter(({ steps }) => steps && steps.posts + steps.replies > 0)
  const hidden = works.filter(({ steps }) => steps?.hidesWriting).map(({ work }) => work.title)
  return (
    <section aria-labelledby="report-writing">
      <h2 id="report-writing" className="mb-1 font-semibold text-17">
        {words("writing")}
      </h2>
      {written.length === 0 && hidden.length === 0 && <p className="text-ink-2">{words("noWriting")}</p>}
      {hidden.length > 0 && (
        <p dir="auto" className="text-ink-2">
          {words("writingHidden", { titles: hidden.join(", ") })}
        </p>
      )}
      <ul>
        {written.map(({ work, steps }) => (
          <li key={work.assignmentId} className="flex flex-wrap gap-x-4 border-rule border-t py-1">
            <TextLink
              href={`/teach/assignments/${work.assignmentId}/discussion#student-${person.enrolmentId}`}
              dir="auto"
            >
              {work.title}
            </TextLink>
            {steps && <span className="text-ink-2">{words("writingLine", countsOf(steps))}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

const countsOf = ({ posts, replies, citations, restatements }: StepsFacts) => ({
  posts,
  replies,
  citations,
  restatements,
})
