type ReadingRulerProps = {
  /** Sentences in each paragraph. */
  paragraphs: readonly number[]
  read: number
  finished: boolean
  label: string
}

const TICK = 2
const GAP = 2

/** How far somebody has read: one bar per paragraph, as long as it has sentences, filled up to where they are. */
export function ReadingRuler({ paragraphs, read, finished, label }: ReadingRulerProps) {
  const starts = paragraphs.map((_, at) => paragraphs.slice(0, at).reduce((sum, count) => sum + count, 0))
  const width = paragraphs.reduce((sum, count) => sum + count * TICK + GAP, 0) - GAP
  return (
    <svg
      width={width}
      height="14"
      viewBox={`0 0 ${width} 14`}
      role="img"
      aria-label={label}
      className="shrink-0"
    >
      {paragraphs.map((count, at) => {
        const before = starts[at] ?? 0
        const x = before * TICK + at * GAP
        const filled = finished ? count : Math.max(0, Math.min(count, read - before))
        return (
          <g key={before}>
            <rect x={x} y="5" width={count * TICK} height="4" className="fill-rule" />
            {filled > 0 && (
              <rect
                x={x}
                y="4"
                width={filled * TICK}
                height="6"
                className={finished ? "fill-ink-2" : "fill-accent"}
              />
            )}
          </g>
        )
      })}
    </svg>
  )
}
