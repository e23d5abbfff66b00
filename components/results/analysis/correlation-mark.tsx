import { BACKWARDS } from "@/lib/results/analysis/judge-item"
import type { Interval } from "@/lib/results/analysis/wilson-interval"

type CorrelationMarkProps = { r: number; interval: Interval | null; label: string }

const WIDTH = 80
const HALF = WIDTH / 2

/** A correlation with its interval on a line from -1 to 1; a tick at none. */
export function CorrelationMark({ r, interval, label }: CorrelationMarkProps) {
  const at = (value: number) => HALF + value * HALF
  const isBackwards = r <= BACKWARDS
  const drawn = [
    `<path d="M0 10H${WIDTH}" class="stroke-rule"/><path d="M${HALF} 3V17" class="stroke-rule-firm"/>`,
    interval &&
      `<path d="M${at(interval.low)} 10H${at(interval.high)}" stroke-width="3" class="${isBackwards ? "stroke-wrong" : "stroke-rule-firm"}"/>`,
    `<circle cx="${at(r)}" cy="10" r="3.5" class="${isBackwards ? "fill-wrong" : "fill-ink"}"/>`,
  ]
  return (
    <svg
      width={WIDTH + 8}
      height="20"
      viewBox={`-4 0 ${WIDTH + 8} 20`}
      role="img"
      aria-label={label}
      className="shrink-0 rtl:-scale-x-100"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: numbers alone
      dangerouslySetInnerHTML={{ __html: drawn.filter(Boolean).join("") }}
    />
  )
}
