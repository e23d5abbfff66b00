/** Groups smaller than this are never shown, and never to be worked out. */
export const SMALLEST_GROUP = 5

/** What one person answered at two moments, -2 to +2 each; null: preferred not to say. */
export type StancePair = { from: number | null; to: number | null }

/** Toward the statement, no change of place, away from the statement. */
export const shifts = ["toward", "stayed", "away"] as const
export type Shift = (typeof shifts)[number]

/** `answered` is how many completed both moments, "prefers not to say" included. Null: not shown. */
export type ShiftSummary = { answered: number } & Record<Shift, number | null>

/**
 * Who moved, in numbers that uncover nobody.
 *
 * A reader knows `answered` already (the steps done are theirs to see) and may know this rule. So a number is shown
 * only where it is at least `smallest`, and what all shown numbers leave over of `answered` is a group as well: it
 * must be empty or at least `smallest`. Empty is said only where every number is shown, since zero people in one
 * direction would tell of each person where they did not go. Where the rest is too small, the smallest number shown
 * is hidden too (complementary suppression), until it is large enough or nothing is shown.
 * How many preferred not to say is never a number of its own, unless it follows from three shown ones and is 0 or
 * large enough.
 */
export function summariseShift(pairs: readonly StancePair[], smallest = SMALLEST_GROUP): ShiftSummary {
  const counts = countShifts(pairs)
  const shown = new Set(shifts.filter((shift) => counts[shift] >= smallest))
  while (shown.size > 0 && !isSafe(counts, shown, { answered: pairs.length, smallest }))
    shown.delete(smallestOf(counts, shown))
  const show = (shift: Shift) => (shown.has(shift) ? counts[shift] : null)
  return { answered: pairs.length, toward: show("toward"), stayed: show("stayed"), away: show("away") }
}

type Counts = Record<Shift, number>

function countShifts(pairs: readonly StancePair[]): Counts {
  const counts: Counts = { toward: 0, stayed: 0, away: 0 }
  for (const { from, to } of pairs) if (from !== null && to !== null) counts[shiftOf(from, to)] += 1
  return counts
}

/** Which way one person went between two places. */
export function shiftOf(from: number, to: number): Shift {
  if (to > from) return "toward"
  return to < from ? "away" : "stayed"
}

function isSafe(
  counts: Counts,
  shown: ReadonlySet<Shift>,
  { answered, smallest }: { answered: number; smallest: number },
): boolean {
  const rest = answered - [...shown].reduce((sum, shift) => sum + counts[shift], 0)
  return rest >= smallest || (rest === 0 && shown.size === shifts.length)
}

/** Ties are broken by the fixed order of `shifts`, the later hidden first. */
function smallestOf(counts: Counts, shown: ReadonlySet<Shift>): Shift {
  return [...shown].reduce((least, shift) => (counts[shift] <= counts[least] ? shift : least))
}
