/** How many students have from `from` to below `to` points. */
export type Bar = { from: number; to: number; count: number }

const MOST_BARS = 12

/**
 * Whole totals in bars of 1, 2, 5, 10, 20 … points, as narrow as twelve bars allow, from nothing (or the lowest, where
 * that is less) to everything. `possible` in points, `totals` in units of which `unit` make a point.
 */
export function histogram(
  totals: readonly number[],
  { unit, possible }: { unit: number; possible: number | null },
): Bar[] {
  const low = totals.reduce((a, b) => Math.min(a, b), 0)
  const high = totals.reduce((a, b) => Math.max(a, b), Math.round((possible ?? 0) * unit))
  const width = barWidth((high - low) / unit)
  const first = Math.floor(low / unit / width)
  const last = Math.floor(high / unit / width)
  const bars = Array.from({ length: last - first + 1 }, (_, at): Bar => {
    const from = (first + at) * width
    return { from, to: from + width, count: 0 }
  })
  for (const total of totals) {
    const bar = bars[Math.floor(total / (unit * width)) - first]
    if (bar) bar.count += 1
  }
  return bars
}

function barWidth(range: number): number {
  for (let step = 1; ; step *= 10)
    for (const width of [step, 2 * step, 5 * step]) if (range / width < MOST_BARS - 1) return width
}
