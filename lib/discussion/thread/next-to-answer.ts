import type { Side } from "@/lib/discussion/posts/moves"
import type { WaitingView } from "./thread-view"

const PLACE: Record<Side, number> = { disagree: -1, between: 0, agree: 1 }

/**
 * The unanswered post to answer next: of those furthest from the side I declared, the one that has waited longest.
 * Only declared sides count, never a stance. Who declared none is met in order of waiting.
 */
export function pickNextToAnswer(waiting: readonly WaitingView[], ownSide: Side | null): WaitingView | null {
  const distance = (post: WaitingView) =>
    ownSide && post.side ? Math.abs(PLACE[ownSide] - PLACE[post.side]) : 0
  const ordered = [...waiting].sort((one, other) => distance(other) - distance(one) || one.seq - other.seq)
  return ordered[0] ?? null
}
