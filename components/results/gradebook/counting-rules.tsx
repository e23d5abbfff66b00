import { useTranslations } from "next-intl"
import type { MissingCounts } from "@/lib/results/gradebook/gradebook-facts"

type CountingRulesProps = { hasCategories: boolean; drops: boolean; missingCounts: MissingCounts }

/** By which rules the totals above came about, in sentences. */
export function CountingRules({ hasCategories, drops, missingCounts }: CountingRulesProps) {
  const words = useTranslations("results.gradebook")
  const rules = [
    "points" as const,
    hasCategories ? ("categories" as const) : ("noCategories" as const),
    ...(drops ? ["drop" as const] : []),
    missingCounts,
    "waiting" as const,
    "rounding" as const,
    "mean" as const,
  ]
  return (
    <section className="mt-6 max-w-read text-13 text-ink-2" aria-labelledby="how-counted">
      <h2 id="how-counted" className="mb-1 font-semibold text-15 text-ink">
        {words("how")}
      </h2>
      <ul className="grid gap-1">
        {rules.map((rule) => (
          <li key={rule}>{words(`rules.${rule}`)}</li>
        ))}
      </ul>
    </section>
  )
}
