import { useTranslations } from "next-intl"
import { CorrelationMark } from "@/components/results/analysis/correlation-mark"
import { DifficultyMark } from "@/components/results/analysis/difficulty-mark"
import { correlationText, percent } from "@/components/results/analysis/figures"
import { OptionBars } from "@/components/results/analysis/option-bars"
import { itemTypeOf } from "@/lib/quiz/item-types"
import type { ItemAnalysis } from "@/lib/results/analysis/analyse-items"

type MarkProps = { analysis: ItemAnalysis }

/** How many got it right, with its interval; or the mean share of the points. */
export function Difficulty({ analysis: { difficulty, right, byHand, item, options } }: MarkProps) {
  const results = useTranslations("results")
  const quiet = (text: string) => <span className="text-13 text-ink-3">{text}</span>
  if (byHand && !difficulty)
    return quiet(results("items.graded", { graded: byHand.graded, of: byHand.graded + byHand.waiting.count }))
  if (!item.isKeyed) return quiet(results("items.noKey"))
  if (!difficulty) return quiet(results("items.tooFew"))
  const { share, interval } = difficulty
  const label = interval
    ? results("items.interval", {
        share: percent(share),
        low: percent(interval.low),
        high: percent(interval.high),
      })
    : results("analysis.meanShare", { share: percent(share) })
  const guess = item.type === "single" && options.length > 0 ? 1 / options.length : null
  return (
    <span className="flex items-center gap-2">
      <DifficultyMark share={share} interval={interval} guess={guess} label={label} />
      {interval ? (
        <b className="min-w-7 text-end font-medium tabular-nums">{right?.count ?? percent(share)}</b>
      ) : (
        <span className="whitespace-nowrap text-13 text-ink-2 tabular-nums">
          {results("analysis.meanOf", { percent: percent(share) })}
        </span>
      )}
    </span>
  )
}

/** Whether it goes with the rest of the quiz. */
export function Separates({ analysis: { figures } }: MarkProps) {
  const t = useTranslations("results.analysis")
  if (!figures) return null
  const { itemRest, itemRestMissing } = figures
  if (!itemRest)
    return <span className="text-13 text-ink-3">{t(`missing.${itemRestMissing ?? "tooFew"}`)}</span>
  const { r, interval } = itemRest
  const label = t("rLabel", {
    r: correlationText(r),
    hasInterval: String(interval !== null),
    low: correlationText(interval?.low ?? 0),
    high: correlationText(interval?.high ?? 0),
  })
  return (
    <span className="flex items-center gap-2">
      <CorrelationMark r={r} interval={interval} label={label} />
      <b className="min-w-9 text-end font-medium tabular-nums">{correlationText(r)}</b>
    </span>
  )
}

/** What the two groups chose, or all where there are none; in words where there are no options. */
export function Chosen({ analysis: { item, options, parts, texts, cited, n, figures } }: MarkProps) {
  const results = useTranslations("results")
  const quiet = (text: string) => <span className="text-13 text-ink-2">{text}</span>
  if (parts.length > 0) return quiet(results("items.parts", { count: parts.length }))
  if (options.length === 0 && itemTypeOf(item.type).choosesSentences)
    return quiet(results("items.sentences", { count: cited.length }))
  if (options.length === 0) return quiet(results("items.texts", { count: texts.length }))
  const label = options
    .map(({ letter, count, isKey, upper, lower }) =>
      upper && lower
        ? results("analysis.optionGroups", {
            letter,
            upper: upper.count,
            lower: lower.count,
            isKey: String(isKey),
          })
        : results("analysis.optionIn", { letter, count, isKey: String(isKey) }),
    )
    .join(", ")
  const { upper, lower } = figures?.groups ?? { upper: [], lower: [] }
  return (
    <OptionBars options={options} of={{ all: n, upper: upper.length, lower: lower.length }} label={label} />
  )
}
