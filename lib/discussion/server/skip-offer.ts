import "server-only"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { PostIdInput } from "@/lib/discussion/input"
import { decideSkip } from "@/lib/discussion/routing/decide-skip"
import { loadPostPlace, ownPostFacts } from "@/lib/discussion/server/load-post-place"
import { keepSkip } from "@/lib/discussion/server/offer-store"

/** A reader asks for another post to answer than the one they were offered. */
export async function skipOffer(viewer: Viewer, { postId }: PostIdInput, now: Date): Promise<Decision<null>> {
  const place = await loadPostPlace(viewer, postId)
  if (!place) return refuse("missing", "discussion.noSuchPost")
  const decision = decideSkip(ownPostFacts(viewer, place), now)
  if (decision.ok) await keepSkip(place.enrolmentId, place.postId, now)
  return decision.ok ? allow(null) : decision
}
