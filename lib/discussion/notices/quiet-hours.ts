export const MINUTES_OF_DAY = 24 * 60

/** Minutes from midnight, the first quiet and the first loud one. From may be later than to: over midnight. */
export type QuietHours = { from: number; to: number }

/** Is this minute of the day within the quiet hours? The same minute twice is no quiet at all. */
export function isQuiet(minute: number, quiet: QuietHours | null): boolean {
  if (!quiet || quiet.from === quiet.to) return false
  if (quiet.from < quiet.to) return minute >= quiet.from && minute < quiet.to
  return minute >= quiet.from || minute < quiet.to
}

const CLOCK = /^([01]\d|2[0-3]):([0-5]\d)$/

/** "07:30" as a `time` input writes it; null where it is no time of a day. */
export function minuteOf(written: string): number | null {
  const parts = CLOCK.exec(written)
  return parts ? Number(parts[1]) * 60 + Number(parts[2]) : null
}

/** A minute of the day as a `time` input holds it. */
export function clockOf(minute: number): string {
  const two = (number: number) => String(number).padStart(2, "0")
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}
