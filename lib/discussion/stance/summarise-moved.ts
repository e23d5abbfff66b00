import { type ShiftSummary, SMALLEST_GROUP, type StancePair, shiftOf } from "./summarise-shift"

/** Which way somebody moved: toward the statement, or away from it. */
export const directions = ["toward", "away"] as const
export type Direction = (typeof directions)[number]

/** A sentence of the text or a post, by the id of its row. */
export type Cause = { kind: "sentence" | "post"; id: string }
export type CauseCount = Cause & { people: number }
export type MovedSummary = Record<Direction, CauseCount[]>

/**
 * One person: `by` is what they named (null: own words, nothing, or no movement), `sees` are the posts they could have
 * named, of those that anybody did. Who posted where is known to the class, and so is this.
 */
export type MovedPair = StancePair & { by: Cause | null; sees: readonly string[] }

/**
 * What moved people, per direction, in numbers that uncover nobody. `shift` is what is shown of the same pairs.
 *
 * A direction whose own number is not shown has nothing here, since a part of it would tell of the whole. Where it is
 * shown, a cause is named only by at least `smallest` people, and only while what all named causes leave of the
 * direction is at least `smallest` too; otherwise the smallest is left out as well (complementary suppression). The
 * rest holds own words, nothing in particular and all that few named, in no order and in no number of their own: so each
 * cause that is left out may have been named by nobody, or by some.
 * Posts can be named only by those to whom their thread has opened. So of the fewest who see one of the posts shown, at
 * least `smallest` must be left over by all posts that are shown; else the post with the fewest is left out.
 */
export function summariseMoved(
  pairs: readonly MovedPair[],
  shift: ShiftSummary,
  smallest = SMALLEST_GROUP,
): MovedSummary {
  const shown = directions.flatMap((direction) => {
    const people = shift[direction]
    const causes = people === null ? [] : causesLeft(countCauses(pairs, direction), { people, smallest })
    return causes.map((cause) => ({ ...cause, direction }))
  })
  const left = postsLeft(shown, pairs, smallest)
  const of = (direction: Direction): CauseCount[] =>
    left
      .filter((cause) => cause.direction === direction)
      .map(({ kind, id, people }) => ({ kind, id, people }))
  return { toward: of("toward"), away: of("away") }
}

function countCauses(pairs: readonly MovedPair[], direction: Direction): CauseCount[] {
  const counts = new Map<string, CauseCount>()
  for (const { from, to, by } of pairs) {
    if (by === null || from === null || to === null || shiftOf(from, to) !== direction) continue
    const { kind, id } = by
    counts.set(keyOf(by), { kind, id, people: (counts.get(keyOf(by))?.people ?? 0) + 1 })
  }
  return [...counts.values()]
}

const keyOf = ({ kind, id }: Cause): string => `${kind} ${id}`

/** Most people first; ties by kind and id, of which the later is left out first. */
const byPeople = (one: CauseCount, other: CauseCount): number =>
  other.people - one.people || (keyOf(one) < keyOf(other) ? -1 : 1)

const sum = (causes: readonly CauseCount[]): number => causes.reduce((all, { people }) => all + people, 0)

function causesLeft(
  counts: readonly CauseCount[],
  { people, smallest }: { people: number; smallest: number },
): CauseCount[] {
  const shown = counts.filter((cause) => cause.people >= smallest).sort(byPeople)
  while (shown.length > 0 && people - sum(shown) < smallest) shown.pop()
  return shown
}

type Shown = CauseCount & { direction: Direction }

function postsLeft(shown: readonly Shown[], pairs: readonly MovedPair[], smallest: number): readonly Shown[] {
  const posts = shown.filter(({ kind }) => kind === "post")
  const seenBy = ({ id }: Cause) => pairs.filter(({ sees }) => sees.includes(id)).length
  if (posts.length === 0 || Math.min(...posts.map(seenBy)) - sum(posts) >= smallest) return shown
  const fewest = [...posts].sort(byPeople).at(-1)
  return postsLeft(
    shown.filter((cause) => cause !== fewest),
    pairs,
    smallest,
  )
}
