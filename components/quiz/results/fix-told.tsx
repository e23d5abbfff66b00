import { CircleSlash2, History } from "lucide-react"
import { useTranslations } from "next-intl"
import { type Clock, Instant } from "@/components/lesson/instant"
import type { ItemResult } from "@/lib/quiz/build-results"
import type { Fraction } from "@/lib/quiz/fraction"
import { displayPoints } from "@/lib/quiz/score-display"

type FixToldProps = {
  counts: ItemResult["counts"]
  /** What a teacher last put right, or took back; null where nothing was since the quiz was handed in. */
  fix: {
    kind: string
    isUndo: boolean
    at: Date
    line: { before: Fraction; after: Fraction } | null
  } | null
  clock: Clock
}

/** How a question counts where that is otherwise than it says, and what that did to the score: a line each. */
export function FixTold({ counts, fix, clock }: FixToldProps) {
  const words = useTranslations("quiz.results.fix")
  const { dropped, credited } = counts
  return (
    <>
      {(dropped || credited) && (
        <p className="mt-2 flex items-start gap-1.5 font-semibold text-13">
          <CircleSlash2 aria-hidden className="mt-0.5 size-3.5 shrink-0" />
          {words(dropped ? "dropped" : "credited")}
        </p>
      )}
      {fix && (
        <p className="mt-2 flex items-start gap-1.5 text-13 text-ink-2">
          <History aria-hidden className="mt-0.5 size-3.5 shrink-0" />
          <span>
            {words.rich(fix.isUndo ? "undid" : "did", {
              kind: fix.kind,
              same: String(fix.line === null),
              before: fix.line ? displayPoints(fix.line.before) : "",
              after: fix.line ? displayPoints(fix.line.after) : "",
              at: () => <Instant at={fix.at} clock={clock} />,
            })}
          </span>
        </p>
      )}
    </>
  )
}
