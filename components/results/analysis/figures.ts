/** How figures are written: one rule for shares, one for correlations, one for points. */

/** Whole percent. */
export const percent = (share: number): number => Math.round(share * 100)

/** Two decimals without the nought before them, a true minus: ".48", "−.31", "1.00". */
export function correlationText(r: number): string {
  const text = Math.abs(r).toFixed(2).replace(/^0/, "")
  return r < 0 && Number(text) !== 0 ? `−${text}` : text
}

/** At most one decimal. */
export const pointsText = (points: number): string => String(Number(points.toFixed(1)))
