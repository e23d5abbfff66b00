import type { Interval } from "@/lib/results/analysis/wilson-interval"

type DifficultyMarkProps = {
  share: number
  /** Null: a mean of shares, which has none. */
  interval: Interval | null
  /** What guessing alone would give, from 0 to 1; null where nothing can be guessed. */
  guess: number | null
  label: string
}

const WIDTH = 100

/** A share with its interval on a line from none to all, a mean share as a diamond; a dotted tick where guessing would stand. */
export function DifficultyMark({ share, interval, guess, label }: DifficultyMarkProps) {
  // Shares below nothing or above the whole are drawn at the end of the line; the number beside it says what they are.
  const at = Math.min(1, Math.max(0, share)) * WIDTH
  const drawn = [
    `<path d="M0 10H${WIDTH}" class="stroke-rule"/>`,
    guess !== null && `<path d="M${guess * WIDTH} 6V14" stroke-dasharray="1 2" class="stroke-rule-firm"/>`,
    interval &&
      `<path d="M${interval.low * WIDTH} 10H${interval.high * WIDTH}" stroke-width="3" class="stroke-rule-firm"/>`,
    interval
      ? `<rect x="${at - 3}" y="6" width="6" height="8" class="fill-ink"/>`
      : `<path d="M${at} 5L${at + 5} 10L${at} 15L${at - 5} 10Z" class="fill-ink"/>`,
  ]
  return (
    <svg
      width={WIDTH + 4}
      height="20"
      viewBox={`-2 0 ${WIDTH + 4} 20`}
      role="img"
      aria-label={label}
      className="shrink-0 rtl:-scale-x-100"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: numbers alone
      dangerouslySetInnerHTML={{ __html: drawn.filter(Boolean).join("") }}
    />
  )
}
