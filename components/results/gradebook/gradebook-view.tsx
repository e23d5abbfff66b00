import { useTranslations } from "next-intl"
import type { GradebookActions } from "@/components/results/gradebook/cell-window"
import { CountingRules } from "@/components/results/gradebook/counting-rules"
import { GradebookHead } from "@/components/results/gradebook/gradebook-head"
import { GradebookTable } from "@/components/results/gradebook/gradebook-table"
import { GradebookTools } from "@/components/results/gradebook/gradebook-tools"
import { ButtonLink } from "@/components/ui/button"
import { ClientMessages } from "@/components/ui/client-messages"
import { EmptyState } from "@/components/ui/empty-state"
import { TextLink } from "@/components/ui/text-link"
import type { Gradebook } from "@/lib/results/gradebook/build-gradebook"
import type { MissingCounts } from "@/lib/results/gradebook/gradebook-facts"
import { arrangeRows, type GradebookQuery } from "@/lib/results/gradebook/gradebook-query"
import { type CellWords, tableView } from "@/lib/results/gradebook/table-view"

type GradebookViewProps = {
  room: { classId: string; publicId: string; name: string }
  book: Gradebook
  missingCounts: MissingCounts
  cellWords: CellWords
  query: GradebookQuery
  actions: GradebookActions
  clock: { locale: string; now: Date }
  day: (instant: Date) => string
}

/** A class's students by its assignments. */
export function GradebookView(props: GradebookViewProps) {
  const { room, book, missingCounts, cellWords, query, actions, clock, day } = props
  const words = useTranslations("results.gradebook")
  const classHref = `/teach/classes/${room.publicId}`
  const base = `${classHref}/gradebook`
  if (book.works.length === 0 || book.rows.length === 0)
    return <NothingYet hasWorks={book.works.length > 0} classHref={classHref} />
  const view = tableView(book, arrangeRows(book.rows, query, clock.locale), cellWords)
  const place = view.columns.findIndex(({ work }) => work.assignmentId === query.work)
  const picked = place < 0 ? null : place
  return (
    <>
      <GradebookTools query={query} base={base} works={view.columns.map(({ work }) => work)} />
      {view.rows.length > 0 ? (
        <ClientMessages rooms={["results.gradebook.cell", "results.gradebook.override"]}>
          <GradebookTable
            rows={view.rows}
            base={`${classHref}/students/`}
            words={{ left: words("left"), notStarted: words("notStarted"), noTotal: words("noTotal") }}
            picked={picked}
            classId={room.classId}
            caption={words("caption", { name: room.name })}
            workIds={view.columns.map(({ work }) => work.assignmentId)}
            actions={actions}
          >
            <GradebookHead view={view} query={query} base={base} picked={picked} now={clock.now} day={day} />
          </GradebookTable>
        </ClientMessages>
      ) : (
        <EmptyState
          title={words("nobodyFits", { find: query.find })}
          act={<TextLink href={base}>{words("showAll")}</TextLink>}
        />
      )}
      <p className="mt-3 text-13 text-ink-3 max-md:hidden print:hidden">{words("keys")}</p>
      <CountingRules
        hasCategories={book.categories.length > 0}
        drops={book.categories.some(({ dropLowest }) => dropLowest > 0)}
        missingCounts={missingCounts}
      />
    </>
  )
}

function NothingYet({ hasWorks, classHref }: { hasWorks: boolean; classHref: string }) {
  const words = useTranslations("results.gradebook")
  return hasWorks ? (
    <EmptyState
      title={words("noStudents")}
      act={
        <ButtonLink variant="main" href={classHref}>
          {words("toClass")}
        </ButtonLink>
      }
    >
      {words("noStudentsMore")}
    </EmptyState>
  ) : (
    <EmptyState
      title={words("noWorks")}
      act={
        <ButtonLink variant="main" href="/teach/library">
          {words("toLibrary")}
        </ButtonLink>
      }
    >
      {words("noWorksMore")}
    </EmptyState>
  )
}
