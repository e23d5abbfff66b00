import { paragraphsOf, type SentenceView } from "@/lib/reading/sentences"

export type HeatRow = {
  id: string
  /** Before the row, such as "C, 5". */
  label: string
  counts: ReadonlyMap<string, number>
}

type HeatMapProps = {
  sentences: readonly SentenceView[]
  rows: readonly HeatRow[]
  /** Framed in every row. */
  keys: ReadonlySet<string>
  /** All that the map shows, in words. */
  label: string
}

const BOX = 15
const STEP = 17
const GAP = 6
const ROW = 26
const HEAD = 62

/** Sentences by paragraph in boxes, the darker the more students and the number in it, the key framed; one row an answer. */
export function HeatMap({ sentences, rows, keys, label }: HeatMapProps) {
  const paragraphs = paragraphsOf(sentences)
  const widths = paragraphs.map((paragraph) => paragraph.length * STEP + GAP)
  const startOf = (at: number) => HEAD + widths.slice(0, at).reduce((sum, width) => sum + width, 0)
  const width = startOf(paragraphs.length) + 4
  const height = rows.length * ROW + 20
  const most = Math.max(1, ...rows.flatMap(({ counts }) => [...counts.values()]))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section tabIndex={0} aria-label={label} className="my-3 overflow-x-auto print:overflow-visible">
      <svg width={width} height={height} viewBox={`-2 0 ${width} ${height}`} role="img" aria-label={label}>
        {rows.map((row, line) => (
          <text key={row.id} x="0" y={line * ROW + 17.5} className="fill-ink font-semibold font-ui text-13">
            {row.label}
          </text>
        ))}
        {paragraphs.map((paragraph, at) => (
          <g key={paragraph[0]?.id} transform={`translate(${startOf(at)} 0)`}>
            <path
              d={rows.map((_, line) => paragraph.map((__, index) => boxAt(index, line)).join("")).join("")}
              fillOpacity={0.55}
              className="fill-rule"
            />
            {rows.map((row, line) =>
              paragraph.map((sentence, index) => {
                const count = row.counts.get(sentence.id) ?? 0
                const isKey = keys.has(sentence.id)
                if (count === 0 && !isKey) return null
                return (
                  <Box
                    key={`${row.id} ${sentence.id}`}
                    x={index * STEP}
                    y={line * ROW + 4}
                    {...{ count, most, isKey }}
                  />
                )
              }),
            )}
            <text
              x={(paragraph.length * STEP) / 2 - 1}
              y={height - 5}
              textAnchor="middle"
              className="fill-ink-3 font-ui text-13"
            >
              {`¶${at + 1}`}
            </text>
          </g>
        ))}
      </svg>
    </section>
  )
}

/** All empty boxes are one path: most of a map is empty. */
const boxAt = (index: number, line: number): string => `M${index * STEP} ${line * ROW + 4}h${BOX}v18h-${BOX}z`

type BoxProps = { x: number; y: number; count: number; most: number; isKey: boolean }

function Box({ x, y, count, most, isKey }: BoxProps) {
  const strength = count / most
  return (
    <>
      {count > 0 && (
        <rect
          x={x}
          y={y}
          width={BOX}
          height="18"
          fillOpacity={0.2 + 0.8 * strength}
          className="fill-accent"
        />
      )}
      {isKey && (
        <rect
          x={x - 1}
          y={y - 1}
          width={BOX + 2}
          height="20"
          fill="none"
          strokeWidth="2"
          className="stroke-ink"
        />
      )}
      {count > 0 && (
        <text
          x={x + BOX / 2}
          y={y + 13.5}
          textAnchor="middle"
          className={
            strength > 0.45
              ? "fill-on-accent font-semibold font-ui text-13"
              : "fill-ink font-semibold font-ui text-13"
          }
        >
          {count}
        </text>
      )}
    </>
  )
}
