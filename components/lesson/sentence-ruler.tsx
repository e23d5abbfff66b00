type SentenceRulerProps = {
  /** Sentences per paragraph. */
  paragraphs: readonly number[]
  /** The sentence where the reader is, counted from 0; null: not begun. */
  place: number | null
  /** What the ruler says, for who cannot see it. */
  label: string
}

const STEP = 20
const TICK = 5
const HEIGHT = 32
const SHORT = 17.6

/** One tick per sentence, a gap per paragraph: read ones dark, the place tall, the rest faint. */
export function SentenceRuler({ paragraphs, place, label }: SentenceRulerProps) {
  const ticks = paragraphs.flatMap((count, paragraph) =>
    Array.from({ length: count }, (_, ordinal) => `${paragraph + 1}.${ordinal + 1}`),
  )
  const gaps = ticks.map((tick) => Number(tick.split(".")[0]) - 1)
  const width = (ticks.length - 1 + paragraphs.length - 1) * STEP + TICK
  return (
    <svg
      width={width}
      height={HEIGHT}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      role="img"
      aria-label={label}
      preserveAspectRatio="xMinYMax meet"
      className="my-2 h-auto max-w-full rtl:-scale-x-100"
    >
      {ticks.map((tick, at) => (
        <rect
          key={tick}
          x={(at + (gaps[at] ?? 0)) * STEP}
          y={at === place ? 0 : HEIGHT - SHORT}
          width={TICK}
          height={at === place ? HEIGHT : SHORT}
          className={tickLook(at, place)}
        />
      ))}
    </svg>
  )
}

function tickLook(at: number, place: number | null): string {
  if (place === null || at > place) return "fill-rule-firm opacity-55"
  return at === place ? "fill-accent" : "fill-ink-2"
}
