type DifficultyMarkProps = {
  share: number
  low: number
  high: number
  /** What guessing alone would give, from 0 to 1; null where nothing can be guessed. */
  guess: number | null
  label: string
}

const WIDTH = 132

/** A share with its interval on a line from none to all; a dotted tick where guessing would stand. */
export function DifficultyMark({ share, low, high, guess, label }: DifficultyMarkProps) {
  return (
    <svg
      width={WIDTH + 4}
      height="20"
      viewBox={`-2 0 ${WIDTH + 4} 20`}
      role="img"
      aria-label={label}
      className="shrink-0 rtl:-scale-x-100"
    >
      <path d={`M0 10H${WIDTH}`} className="stroke-rule" />
      {guess !== null && (
        <path d={`M${guess * WIDTH} 6V14`} strokeDasharray="1 2" className="stroke-rule-firm" />
      )}
      <path d={`M${low * WIDTH} 10H${high * WIDTH}`} strokeWidth="3" className="stroke-rule-firm" />
      <rect x={share * WIDTH - 3} y="6" width="6" height="8" className="fill-ink" />
    </svg>
  )
}
