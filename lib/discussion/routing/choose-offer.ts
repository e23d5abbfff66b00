import type { Side } from "@/lib/discussion/posts/moves"

/**
 * A post at the top of a thread that nobody has answered, as the rule sees it. `author` and the reader's `key` are of
 * one kind, so that nobody is offered their own. A side is what was declared on a post; of stances the rule knows nothing.
 */
export type Waiting = { id: string; seq: number; side: Side | null; author: string; offered: number }

/** Somebody who is to be offered a post. `closed`: the posts they answered, or were offered before. */
export type Reader = { key: string; side: Side | null; closed: ReadonlySet<string> }

/** Why a post is offered: it holds the opposite, it stands elsewhere than the reader, or it has waited longest. */
export const offerReasons = ["otherSide", "between", "longestWaiting"] as const
export type OfferReason = (typeof offerReasons)[number]

/** How two declared sides stand to each other. Whoever declared none is met in order of waiting. */
export function reasonToOffer(reader: Side | null, post: Side | null): OfferReason {
  if (reader === null || post === null || reader === post) return "longestWaiting"
  return reader === "between" || post === "between" ? "between" : "otherSide"
}

/**
 * The post to offer next: of those that were offered to the fewest, the one that stands furthest from the reader's side,
 * and of these the longest waiting. So each is offered once before any is offered twice, to whoever may be offered it.
 */
export function chooseOffer(waiting: readonly Waiting[], reader: Reader): Waiting | null {
  const distance = (post: Waiting) => offerReasons.indexOf(reasonToOffer(reader.side, post.side))
  const before = (one: Waiting, other: Waiting) =>
    one.offered - other.offered || distance(one) - distance(other) || one.seq - other.seq
  return waiting.filter((post) => mayBeOffered(post, reader)).sort(before)[0] ?? null
}

const mayBeOffered = (post: Waiting, reader: Reader): boolean =>
  post.author !== reader.key && !reader.closed.has(post.id)

export type Offered = { key: string; id: string }

/**
 * Who is to be offered something: `inTurn` in the order in which the thread opened to them, and `apart` those whose only post waits to
 * be let through, which gives them no place in that order.
 */
export type Readers = { inTurn: readonly Reader[]; apart: readonly Reader[] }

/**
 * Offers to several readers, one after the other: each is chosen after those before were counted. To those apart each as if it were the
 * only one after all in turn: nobody's offer then depends on how many posts wait, or in which order they are looked at.
 */
export function offerInTurn(waiting: readonly Waiting[], { inTurn, apart }: Readers): Offered[] {
  const counted = new Map(waiting.map((post) => [post.id, post]))
  const offerTo = (reader: Reader, isCounted: boolean): Offered[] => {
    const chosen = chooseOffer([...counted.values()], reader)
    if (!chosen) return []
    if (isCounted) counted.set(chosen.id, { ...chosen, offered: chosen.offered + 1 })
    return [{ key: reader.key, id: chosen.id }]
  }
  return [
    ...inTurn.flatMap((reader) => offerTo(reader, true)),
    ...apart.flatMap((reader) => offerTo(reader, false)),
  ]
}
