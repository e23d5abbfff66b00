import { useTranslations } from "next-intl"
import { ItemDetail } from "@/components/results/analysis/item-detail"
import { ItemTable } from "@/components/results/analysis/item-table"
import { EmptyState } from "@/components/ui/empty-state"
import type { SentenceView } from "@/lib/reading/sentences"
import { FEWEST_TO_SAY, type ItemAnalysis } from "@/lib/results/analysis/analyse-items"
import type { StudentFacts } from "@/lib/results/results-facts"

type ItemsViewProps = {
  assignmentId: string
  analyses: readonly ItemAnalysis[]
  students: readonly StudentFacts[]
  /** Finished attempts of students in the class. */
  finished: number
  sentences: readonly SentenceView[]
  mayGrade: boolean
}

/** Which questions can be trusted, and what stands behind each number. */
export function ItemsView({
  assignmentId,
  analyses,
  students,
  finished,
  sentences,
  mayGrade,
}: ItemsViewProps) {
  const results = useTranslations("results")
  const base = `/teach/assignments/${assignmentId}`
  if (analyses.length === 0)
    return <EmptyState title={results("items.none")}>{results("items.noneMore")}</EmptyState>
  if (finished === 0)
    return <EmptyState title={results("items.nobody")}>{results("items.nobodyMore")}</EmptyState>
  const names = new Map(students.map((student) => [student.enrolmentId, student.displayName]))
  const nameOf = (enrolmentId: string) => names.get(enrolmentId) ?? ""
  return (
    <>
      <ItemsHead analyses={analyses} finished={finished} />
      <ItemTable analyses={analyses} />
      <div className="mt-8">
        {analyses.map((analysis) => (
          <ItemDetail
            key={analysis.item.itemId}
            analysis={analysis}
            base={base}
            nameOf={nameOf}
            mayGrade={mayGrade}
            sentences={sentences}
          />
        ))}
      </div>
    </>
  )
}

type HeadProps = Pick<ItemsViewProps, "analyses" | "finished">

function ItemsHead({ analyses, finished }: HeadProps) {
  const results = useTranslations("results")
  return (
    <div className="max-w-narrow py-5">
      <h2 className="font-semibold text-20">{results("items.title")}</h2>
      <Summary analyses={analyses} finished={finished} />
      <p className="mt-1 text-13 text-ink-3">
        {results("items.facts", { count: finished, fewest: FEWEST_TO_SAY })} {results("items.keyHere")}
      </p>
    </div>
  )
}

/** The answer to the question above it, in plain words. */
function Summary({ analyses, finished }: HeadProps) {
  const results = useTranslations("results")
  if (finished < FEWEST_TO_SAY)
    return <p className="text-ink-2">{results("items.summary.tooFew", { fewest: FEWEST_TO_SAY })}</p>
  const judged = analyses.filter(
    ({ finding }) => finding !== "unkeyed" && finding !== "byHand" && finding !== "tooFew",
  )
  const doubtful = judged.filter(({ finding }) => finding !== "works" && finding !== "easy")
  const positions = new Intl.ListFormat("en").format(doubtful.map(({ item }) => String(item.position)))
  return (
    <p className="text-ink-2">
      {results("items.summary.works", { works: judged.length - doubtful.length, all: judged.length })}{" "}
      {doubtful.length > 0 && results("items.summary.look", { positions, count: doubtful.length })}
    </p>
  )
}
