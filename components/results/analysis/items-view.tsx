import { useTranslations } from "next-intl"
import { ItemDetail } from "@/components/results/analysis/item-detail"
import { ItemTable } from "@/components/results/analysis/item-table"
import { ItemsHead } from "@/components/results/analysis/items-head"
import { Named } from "@/components/results/analysis/named"
import { QuizFiguresView } from "@/components/results/analysis/quiz-figures"
import { EmptyState } from "@/components/ui/empty-state"
import type { SentenceView } from "@/lib/reading/sentences"
import type { ItemAnalysis } from "@/lib/results/analysis/analyse-items"
import type { QuizFigures } from "@/lib/results/analysis/measure-quiz"
import type { StudentFacts } from "@/lib/results/results-facts"

type ItemsViewProps = {
  assignmentId: string
  analyses: readonly ItemAnalysis[]
  quiz: QuizFigures
  students: readonly StudentFacts[]
  /** Finished attempts of students in the class. */
  finished: number
  /** Whether students may see their results already. */
  isReleased: boolean
  sentences: readonly SentenceView[]
  mayGrade: boolean
}

/** Which questions can be trusted, and what stands behind each number. */
export function ItemsView({ assignmentId, analyses, quiz, students, finished, ...rest }: ItemsViewProps) {
  const results = useTranslations("results")
  const base = `/teach/assignments/${assignmentId}`
  if (analyses.length === 0)
    return <EmptyState title={results("items.none")}>{results("items.noneMore")}</EmptyState>
  if (finished === 0)
    return <EmptyState title={results("items.nobody")}>{results("items.nobodyMore")}</EmptyState>
  return (
    <>
      <ItemsHead analyses={analyses} finished={finished} isReleased={rest.isReleased} />
      <ItemTable analyses={analyses} />
      <NotShown analyses={analyses} />
      <QuizFiguresView quiz={quiz} />
      <div className="mt-8">
        <Named base={base} students={students}>
          {(placeOf) =>
            analyses.map((analysis) => (
              <ItemDetail
                key={analysis.item.itemId}
                analysis={analysis}
                base={base}
                placeOf={placeOf}
                mayGrade={rest.mayGrade}
                sentences={rest.sentences}
              />
            ))
          }
        </Named>
      </div>
    </>
  )
}

/** Questions that are in no total yet. */
function NotShown({ analyses }: Pick<ItemsViewProps, "analyses">) {
  const t = useTranslations("results.analysis")
  const waiting = analyses.filter(({ byHand }) => (byHand?.waiting.count ?? 0) > 0)
  if (waiting.length === 0) return null
  const positions = new Intl.ListFormat("en").format(waiting.map(({ item }) => String(item.position)))
  return <p>{t("notShown", { count: waiting.length, positions })}</p>
}
