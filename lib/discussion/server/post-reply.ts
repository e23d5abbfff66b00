import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { decideSeat } from "@/lib/discussion/groups/decide-seat"
import type { PostReplyInput } from "@/lib/discussion/input"
import { decideReply } from "@/lib/discussion/posts/decide-post"
import { citedDraft, citesOf } from "@/lib/discussion/server/cites"
import { type KeptPost, keepPost } from "@/lib/discussion/server/keep-post"
import { loadReplyPlace, postingFacts } from "@/lib/discussion/server/load-posting-place"
import { factsOf } from "@/lib/discussion/server/place"

/** Somebody answers a post. Class, assignment and thread are those of the post answered, never of the request. */
export async function postReply(
  viewer: Viewer,
  input: PostReplyInput,
  now: Date,
): Promise<Decision<KeptPost>> {
  const cites = citesOf(input)
  const place = await loadReplyPlace(viewer, { parentId: input.parentId, ...cites, now })
  if (!place || !can(viewer, "post.see", factsOf(place))) return refuse("missing", "discussion.noSuchPost")
  const seated = decideSeat(place)
  if (!seated.ok) return seated
  const { parentState, answersOwn } = place
  const { requiresRestatement } = place.rules
  const facts = { ...postingFacts(viewer, place), parentState, answersOwn, requiresRestatement }
  const decision = decideReply(facts, { ...input, side: null, ...citedDraft(input) }, now)
  if (!decision.ok) return decision
  const { parentId } = place
  return allow(
    await keepPost({
      place,
      parentId,
      clientKey: input.clientKey,
      accepted: decision.value,
      cites,
      now,
    }),
  )
}
