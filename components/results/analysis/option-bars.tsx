import type { CountedOption } from "@/lib/results/analysis/count-answers"

const STEP = 43
const BAR = 26

type OptionBarsProps = {
  options: readonly CountedOption[]
  /** All who chose, or the sizes of the two groups where there are any. */
  of: { all: number; upper: number; lower: number }
  label: string
}

/**
 * How many chose each option: the upper group filled, the lower one an outline below it; where there are no groups, one
 * filled bar. The key is bold and underlined. The table with names stands in the question's detail.
 */
export function OptionBars({ options, of, label }: OptionBarsProps) {
  const width = options.length * STEP
  return (
    <svg
      width={width}
      height="26"
      viewBox={`0 0 ${width} 26`}
      role="img"
      aria-label={label}
      className="shrink-0"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: numbers and letters of ours alone
      dangerouslySetInnerHTML={{ __html: options.map((option, at) => optionMark(option, at, of)).join("") }}
    />
  )
}

/** As text: as elements a page of ten questions would make, send and read back some hundred of them. */
function optionMark(option: CountedOption, at: number, of: OptionBarsProps["of"]): string {
  const look = option.isKey
    ? "fill-ink font-bold font-ui text-13 underline"
    : "fill-ink-3 font-medium font-ui text-13"
  return `<g transform="translate(${at * STEP} 0)"><text x="0" y="17" class="${look}">${option.letter}</text>${barsOf(option, of)}</g>`
}

function barsOf(option: CountedOption, of: OptionBarsProps["of"]): string {
  const length = (count: number, all: number) => (all > 0 ? Math.max(1, (count / all) * BAR) : 1)
  const fill = option.isKey ? "fill-accent" : "fill-ink-3"
  if (!option.upper || !option.lower)
    return `<rect x="13" y="8" width="${length(option.count, of.all)}" height="10" class="${fill}"/>`
  return (
    `<rect x="13" y="4" width="${length(option.upper.count, of.upper)}" height="8" class="${fill}"/>` +
    `<rect x="13.5" y="14.5" width="${length(option.lower.count, of.lower)}" height="7" fill="none" class="stroke-ink-3"/>`
  )
}
