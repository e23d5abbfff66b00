import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import { decideSeat } from "@/lib/discussion/groups/decide-seat"
import type { PostAnswerInput } from "@/lib/discussion/input"
import { decidePost } from "@/lib/discussion/posts/decide-post"
import { citedDraft, citesOf } from "@/lib/discussion/server/cites"
import { type KeptPost, keepPost, orLookAgain, placeOfPost } from "@/lib/discussion/server/keep-post"
import { loadPromptPlace, type Poster, postingFacts } from "@/lib/discussion/server/load-posting-place"
import { factsOf, waitsForStaff } from "@/lib/discussion/server/place"

/** Somebody answers a prompt: a post at the top of its thread. */
export const postAnswer = (by: Poster, input: PostAnswerInput, now: Date): Promise<Decision<KeptPost>> =>
  orLookAgain(() => tryAnswer(by, input, now))

async function tryAnswer(by: Poster, input: PostAnswerInput, now: Date): Promise<Decision<KeptPost> | null> {
  const cites = citesOf(input)
  const found = await loadPromptPlace(by, { ...input, ...cites, now })
  if (!found.ok) return found
  const { viewer, place } = found.value
  if (!place || !can(viewer, "post.see", factsOf(place))) return refuse("missing", "discussion.noSuchPrompt")
  if (place.postedBefore) return allow(placeOfPost(place, place.postedBefore))
  const seated = decideSeat(place)
  if (!seated.ok) return seated
  const draft = { ...input, ...citedDraft(input) }
  const facts = postingFacts(viewer, place)
  const decision = decidePost(facts, draft, now)
  if (!decision.ok) return decision
  const { clientKey } = input
  const accepted = { accepted: decision.value, isStaff: facts.isStaff, isHeld: waitsForStaff(viewer, place) }
  const kept = await keepPost({ place, parentId: null, clientKey, ...accepted, cites, now })
  return kept && allow(kept)
}
