import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { VerdictMark, verdictColour } from "@/components/quiz/results/verdict-mark"
import { cn } from "@/components/ui/cn"
import type { QuizResults } from "@/lib/quiz/build-results"
import type { Fraction } from "@/lib/quiz/fraction"
import { isQuestion } from "@/lib/quiz/question"
import { displayPoints } from "@/lib/quiz/score-display"
import { type VerdictGroup, verdictGroup } from "@/lib/quiz/verdict"

const GROUPS: VerdictGroup[] = ["right", "half", "wrong", "teacher", "unanswered", "view"]

type ResultsHeadProps = {
  results: QuizResults
  /** What the quiz counts for. */
  earned: Fraction
  kicker: ReactNode
  /** How that came about. */
  children: ReactNode
}

/** The whole in one look: a sentence, the points, one mark per question, and how many of each. */
export function ResultsHead({ results, earned, kicker, children }: ResultsHeadProps) {
  const words = useTranslations("quiz.results")
  const { counts, possible } = results
  const asked = results.items.filter(({ item }) => isQuestion(item))
  return (
    <header className="pb-6">
      <p className="text-13 text-ink-2">{kicker}</p>
      <h1 className="mt-1 mb-6 max-w-[22em] font-read font-semibold text-25 md:text-31">
        {words(`headline.${headlineOf(results)}`, {
          half: unproved(results),
          wrong: counts.wrong + counts.unanswered + counts.half,
        })}
      </h1>
      <div className="grid gap-x-8 gap-y-4 md:grid-cols-[11rem_auto_1fr]">
        <p className="text-ink-2">
          {words.rich("points", {
            earned: displayPoints(earned),
            possible,
            b: (text) => <b className="me-1 font-semibold text-31 text-ink">{text}</b>,
          })}
          {counts.view > 0 && <span className="block text-13">{words("views", { count: counts.view })}</span>}
        </p>
        <ol className="flex max-w-[36rem] flex-wrap gap-x-1 gap-y-2">
          {asked.map(({ item, verdict }, at) => (
            <li key={item.itemId}>
              <a
                href={`#q${at + 1}`}
                aria-label={words("mark", { position: at + 1, verdict: words(`verdict.${verdict}`) })}
                className={cn(
                  "grid w-8 justify-items-center gap-1 border-current border-b-[3px] py-1 text-13 hover:bg-recess md:w-9",
                  verdictColour[verdictGroup(verdict)],
                )}
              >
                <span className="text-ink-2">{at + 1}</span>
                <VerdictMark group={verdictGroup(verdict)} />
              </a>
            </li>
          ))}
        </ol>
        <ul className="grid content-start gap-0.5 text-13">
          {GROUPS.filter((group) => counts[group] > 0).map((group) => (
            <li key={group} className={cn("flex items-center gap-1.5", verdictColour[group])}>
              <VerdictMark group={group} />
              {words(`count.${group}`, { count: counts[group] })}
            </li>
          ))}
        </ul>
      </div>
      {children}
    </header>
  )
}

/** What the page says first. It names what to do next, and praises nothing that is not so. */
function headlineOf(results: QuizResults): "all" | "evidence" | "most" | "again" | "teacher" | "views" {
  const { counts } = results
  const scored = counts.right + counts.half + counts.wrong + counts.unanswered
  if (scored === 0) return counts.teacher > 0 ? "teacher" : "views"
  if (counts.right === scored) return "all"
  const understood = counts.right + counts.half
  if (unproved(results) > 0 && understood * 2 >= scored) return "evidence"
  return understood * 2 >= scored ? "most" : "again"
}

/** Right answers whose proof was missing. Half of a question may be right for other reasons. */
const unproved = ({ items }: QuizResults): number =>
  items.filter(({ verdict }) => verdict === "wrongEvidence" || verdict === "noEvidence").length
