import { useTranslations } from "next-intl"
import { type Clock, Instant } from "@/components/lesson/instant"
import type { Counted, CountingPolicy } from "@/lib/quiz/counted-attempt"
import { displayPoints } from "@/lib/quiz/score-display"

type CountedNoteProps = { counted: Counted; policy: CountingPolicy; possible: number; clock: Clock }

/** Why the quiz counts for what it does: what was taken off, and which of several attempts counts. */
export function CountedNote({ counted, policy, possible, clock }: CountedNoteProps) {
  const words = useTranslations("quiz.results")
  const { lines, latePercent, shown } = counted
  if (lines.length < 2)
    return latePercent > 0 ? (
      <p className="mt-3 text-part">{words("late", { percent: latePercent })}</p>
    ) : null
  return (
    <section aria-label={words("attempts")} className="mt-4">
      <p className="text-13 text-ink-2">{words(`counts.${policy.countedAttempt}`)}</p>
      <ol className="mt-1 max-w-read text-13">
        {lines.map((line) => (
          <li key={line.number} className="flex flex-wrap gap-x-3 border-rule border-t py-1">
            <span className={line.number === shown ? "font-semibold" : undefined}>
              {words("attempt", { number: line.number, shown: String(line.number === shown) })}
            </span>
            <span className="tabular-nums">
              {words("attemptPoints", { earned: displayPoints(line.earned), possible })}
            </span>
            {line.latePercent > 0 && (
              <span className="text-part">{words("lateShort", { percent: line.latePercent })}</span>
            )}
            <span className="ms-auto text-ink-2">
              <Instant at={line.submittedAt} clock={clock} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
