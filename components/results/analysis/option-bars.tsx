import type { ItemAnalysis } from "@/lib/results/analysis/analyse-items"

const STEP = 46
const BAR = 26

type OptionBarsProps = { options: ItemAnalysis["options"]; n: number; label: string }

/** How many chose each option, the key filled and underlined. The table with names stands in the question's detail. */
export function OptionBars({ options, n, label }: OptionBarsProps) {
  const width = options.length * STEP
  return (
    <svg
      width={width}
      height="26"
      viewBox={`0 0 ${width} 26`}
      role="img"
      aria-label={label}
      className="shrink-0"
    >
      {options.map((option, at) => {
        const x = at * STEP
        const length = n > 0 ? Math.max(1, (option.count / n) * BAR) : 1
        return (
          <g key={option.id}>
            <text
              x={x}
              y="17"
              className={
                option.isKey
                  ? "fill-ink font-bold font-ui text-13 underline"
                  : "fill-ink-3 font-medium font-ui text-13"
              }
            >
              {option.letter}
            </text>
            <rect
              x={x + 13}
              y="8"
              width={length}
              height="10"
              className={option.isKey ? "fill-accent" : "fill-ink-3"}
            />
          </g>
        )
      })}
    </svg>
  )
}
