import { useTranslations } from "next-intl"
import { Spark } from "@/components/results/gradebook/spark"
import { Cell, DataTable, HeaderCell, Row, RowHeader } from "@/components/ui/data-table"
import type { StudentReport } from "@/lib/results/gradebook/build-student-report"
import { displayPercent, roughShare } from "@/lib/results/gradebook/share"
import { FEWEST_ANSWERS, type SkillLine, type SkillPoint } from "@/lib/results/gradebook/skills-over-time"

/** What was earned on questions of each skill, assignment by assignment. */
export function SkillsTable({ report: { skills, works } }: { report: StudentReport }) {
  const words = useTranslations("results.gradebook.report")
  const seen = works.filter(({ work }) =>
    skills.some(({ points }) => points.some(({ assignmentId }) => assignmentId === work.assignmentId)),
  )
  return (
    <section aria-labelledby="report-skills">
      <h2 id="report-skills" className="mb-1 font-semibold text-17">
        {words("skills")}
      </h2>
      {skills.length === 0 ? (
        <p className="text-ink-2">{words("noSkills")}</p>
      ) : (
        <>
          <DataTable caption={words("skillsCaption")} minWidth={`${18 + seen.length * 8}rem`}>
            <thead>
              <tr>
                <HeaderCell>{words("skill")}</HeaderCell>
                <HeaderCell>{words("all")}</HeaderCell>
                {seen.map(({ work }) => (
                  <HeaderCell key={work.assignmentId} className="max-w-40 whitespace-normal">
                    <bdi>{work.title}</bdi>
                  </HeaderCell>
                ))}
              </tr>
            </thead>
            <tbody>
              {skills.map((line) => (
                <SkillRow key={line.skill} line={line} order={seen.map(({ work }) => work.assignmentId)} />
              ))}
            </tbody>
          </DataTable>
          <p className="mt-2 max-w-read text-13 text-ink-3">
            {words("skillsFoot", { fewest: FEWEST_ANSWERS })}
          </p>
        </>
      )}
    </section>
  )
}

function SkillRow({ line, order }: { line: SkillLine; order: readonly string[] }) {
  const words = useTranslations("results.gradebook.report")
  const said = ({ share, n }: Pick<SkillPoint, "share" | "n">) =>
    share ? words("skillCell", { percent: displayPercent(share), n }) : words("skillFew", { n })
  const drawn = line.points.flatMap(({ share }) => (share ? [roughShare(share)] : []))
  return (
    <Row>
      <RowHeader>{line.skill}</RowHeader>
      <Cell className="whitespace-nowrap">
        {said(line)}
        {drawn.length > 1 && <Spark values={drawn} />}
      </Cell>
      {order.map((assignmentId) => {
        const point = line.points.find((one) => one.assignmentId === assignmentId)
        return (
          <Cell key={assignmentId} className="text-13 text-ink-2">
            {point ? said(point) : words("none")}
          </Cell>
        )
      })}
    </Row>
  )
}
