import { useTranslations } from "next-intl"
import { PageLink } from "@/components/ui/page-link"
import type { GradebookQuery } from "@/lib/results/gradebook/gradebook-query"
import { sortHref } from "@/lib/results/gradebook/gradebook-query"
import { releaseState } from "@/lib/results/gradebook/release-state"
import type { ColumnView, MeanView, TableView } from "@/lib/results/gradebook/table-view"

export type HeadProps = {
  view: TableView
  query: GradebookQuery
  base: string
  /** Place of the column that a phone shows; null: none. */
  picked: number | null
  now: Date
  day: (instant: Date) => string
}

/** What the columns are: categories, assignments with their points, due date and release, and the class's means. */
export function GradebookHead(props: HeadProps) {
  const { view, query, base, picked } = props
  const words = useTranslations("results.gradebook")
  const sorted = (column: GradebookQuery["sort"]) =>
    query.sort === column ? (query.direction === "up" ? "ascending" : "descending") : undefined
  return (
    <thead>
      {view.groups.length > 0 && <GroupRow view={view} />}
      <tr data-walk>
        <th scope="col" aria-sort={sorted("name")}>
          <PageLink href={sortHref(base, query, "name")} scroll={false} className="inline-block min-h-6">
            {words("student")}
          </PageLink>
        </th>
        <th scope="col" className="t" aria-sort={sorted("total")}>
          <PageLink href={sortHref(base, query, "total")} scroll={false} className="inline-block min-h-6">
            {words("total")}
          </PageLink>
        </th>
        {view.columns.map((column, at) => (
          <WorkHead key={column.work.assignmentId} {...props} column={column} isPicked={at === picked} />
        ))}
      </tr>
      <tr>
        <th scope="row">{words("mean")}</th>
        <td className="t">
          <MeanCell mean={view.totalMean} unit="%" />
        </td>
        {view.columns.map(({ work, mean }, at) => (
          <td key={work.assignmentId} className={at === picked ? "p" : undefined}>
            <MeanCell mean={mean} />
          </td>
        ))}
      </tr>
    </thead>
  )
}

function GroupRow({ view: { groups, columns } }: Pick<HeadProps, "view">) {
  const words = useTranslations("results.gradebook")
  const rest = columns.length - groups.reduce((sum, group) => sum + group.columns, 0)
  return (
    <tr>
      <td />
      <td className="t" />
      {groups.map(({ name, weight, dropLowest, columns }) => (
        <th key={name} scope="colgroup" colSpan={columns} dir="auto">
          {dropLowest > 0
            ? words("groupDrop", { name, weight, count: dropLowest })
            : words("group", { name, weight })}
        </th>
      ))}
      {rest > 0 && (
        <th scope="colgroup" colSpan={rest}>
          {words("noGroup")}
        </th>
      )}
    </tr>
  )
}

type WorkHeadProps = HeadProps & { column: ColumnView; isPicked: boolean }

function WorkHead({ column: { work }, isPicked, now, day }: WorkHeadProps) {
  const words = useTranslations("results.gradebook")
  const { assignmentId, title, possible, dueAt } = work
  const release = releaseState(work, now)
  const shown =
    release.state === "later"
      ? words("release.later", { when: day(release.at) })
      : words(`release.${release.state}`)
  return (
    <th scope="col" className={isPicked ? "p" : undefined}>
      <a
        href={`/teach/assignments/${assignmentId}`}
        data-work
        dir="auto"
        className="line-clamp-3"
        title={title}
      >
        {title}
      </a>
      <small>{possible > 0 ? words("outOf", { possible }) : words("noPoints")}</small>
      <small>{words("due", { when: day(dueAt) })}</small>
      <small>{shown}</small>
    </th>
  )
}

function MeanCell({ mean: { text, n }, unit = "" }: { mean: MeanView; unit?: string }) {
  const words = useTranslations("results.gradebook")
  return (
    <>
      {text === null ? words("noMean") : `${text}${unit}`}
      <small>{words("meanOf", { n })}</small>
    </>
  )
}
