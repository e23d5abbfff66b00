import { useTranslations } from "next-intl"
import { useChanceWords } from "@/components/quiz/fairness/use-chance-words"
import { FEWEST_LISTS, type LongestMeasure } from "@/lib/quiz/fairness/longest-key"

/** How often the longest option is the right one, against chance. Nothing where there are no lists of options. */
export function LongestShare({ measure }: { measure: LongestMeasure }) {
  const words = useTranslations("quiz.fairness.longest")
  const say = useChanceWords()
  const { n, longest, expected, chance } = measure
  if (n === 0) return null
  return (
    <section className="grid gap-2">
      <h3 className="font-semibold">{words("heading")}</h3>
      <p className="text-ink-2">
        {chance === null
          ? words("few", { longest, n, least: FEWEST_LISTS })
          : words("enough", { longest, n, expected: expected.toFixed(1), chance: say(chance) })}
      </p>
    </section>
  )
}
