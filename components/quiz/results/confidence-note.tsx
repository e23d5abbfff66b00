import { useTranslations } from "next-intl"
import type { ConfidenceLine } from "@/lib/quiz/confidence"

/** How sure and how right, in counts: for the student alone to think about. */
export function ConfidenceNote({ lines }: { lines: readonly ConfidenceLine[] }) {
  const words = useTranslations("quiz.results.confidence")
  if (lines.length === 0) return null
  return (
    <section aria-label={words("label")} className="mt-4 max-w-read text-13">
      <p className="text-ink-2">{words("what")}</p>
      <ul className="mt-1">
        {lines.map(({ confidence, count, right }) => (
          <li key={confidence} className="border-rule border-t py-1 tabular-nums">
            {words(`line.${confidence}`, { count, right })}
          </li>
        ))}
      </ul>
    </section>
  )
}
