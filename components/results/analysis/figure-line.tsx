import { useTranslations } from "next-intl"
import { correlationText, percent } from "@/components/results/analysis/figures"
import type { ItemAnalysis } from "@/lib/results/analysis/analyse-items"

/** The figures of a question as one line of text, for who cannot see the marks of the table. */
export function FigureLine({ analysis: { difficulty, figures } }: { analysis: ItemAnalysis }) {
  const line = useTranslations("results.analysis.line")
  if (!difficulty || !figures) return null
  const { share, interval } = difficulty
  const { itemRest, groups } = figures
  const parts = [
    interval
      ? line("right", { share: percent(share), low: percent(interval.low), high: percent(interval.high) })
      : line("share", { share: percent(share) }),
    itemRest &&
      line("rest", {
        r: correlationText(itemRest.r),
        hasInterval: String(itemRest.interval !== null),
        low: correlationText(itemRest.interval?.low ?? 0),
        high: correlationText(itemRest.interval?.high ?? 0),
      }),
    groups?.upperShare != null &&
      groups.lowerShare != null &&
      line("groups", { upper: percent(groups.upperShare), lower: percent(groups.lowerShare) }),
  ]
  return <p className="mt-1 text-13 text-ink-3 tabular-nums">{parts.filter(Boolean).join(" · ")}</p>
}
