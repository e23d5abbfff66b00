import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import { decideSeat } from "@/lib/discussion/groups/decide-seat"
import type { PostReplyInput } from "@/lib/discussion/input"
import { decideReply } from "@/lib/discussion/posts/decide-post"
import { citedDraft, citesOf } from "@/lib/discussion/server/cites"
import { type KeptPost, keepPost, orLookAgain, placeOfPost } from "@/lib/discussion/server/keep-post"
import { loadReplyPlace, type Poster, postingFacts } from "@/lib/discussion/server/load-posting-place"
import { factsOf, waitsForStaff } from "@/lib/discussion/server/place"

/** Somebody answers a post. Class, assignment and thread are those of the post answered, never of the request. */
export const postReply = (by: Poster, input: PostReplyInput, now: Date): Promise<Decision<KeptPost>> =>
  orLookAgain(() => tryReply(by, input, now))

async function tryReply(by: Poster, input: PostReplyInput, now: Date): Promise<Decision<KeptPost> | null> {
  const cites = citesOf(input)
  const found = await loadReplyPlace(by, { ...input, ...cites, now })
  if (!found.ok) return found
  const { viewer, place } = found.value
  if (!place || !can(viewer, "post.see", factsOf(place))) return refuse("missing", "discussion.noSuchPost")
  if (place.postedBefore) return allow(placeOfPost(place, place.postedBefore))
  const seated = decideSeat(place)
  if (!seated.ok) return seated
  const { parentState, answersOwn } = place
  const { requiresRestatement } = place.rules
  const facts = { ...postingFacts(viewer, place), parentState, answersOwn, requiresRestatement }
  const decision = decideReply(facts, { ...input, side: null, ...citedDraft(input) }, now)
  if (!decision.ok) return decision
  const { parentId } = place
  const accepted = { accepted: decision.value, isStaff: facts.isStaff, isHeld: waitsForStaff(viewer, place) }
  const kept = await keepPost({ place, parentId, clientKey: input.clientKey, ...accepted, cites, now })
  return kept && allow(kept)
}
