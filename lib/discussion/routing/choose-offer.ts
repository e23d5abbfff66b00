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

/** Offers to several readers, one after the other: each is chosen after those before were counted. */
export function offerInTurn(waiting: readonly Waiting[], readers: readonly Reader[]): Offered[] {
  const counted = new Map(waiting.map((post) => [post.id, post]))
  return readers.flatMap((reader) => {
    const chosen = chooseOffer([...counted.values()], reader)
    if (!chosen) return []
    counted.set(chosen.id, { ...chosen, offered: chosen.offered + 1 })
    return [{ key: reader.key, id: chosen.id }]
  })
}
