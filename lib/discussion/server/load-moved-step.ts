import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { loadCitableSentences } from "@/lib/discussion/server/load-citable-sentences"
import { loadStancePlace, momentFacts } from "@/lib/discussion/server/load-stance-place"
import { factsOf } from "@/lib/discussion/server/place"
import { findPosts } from "@/lib/discussion/server/search-discussion"
import { loadOwnMove, type OwnMove } from "@/lib/discussion/server/stance-store"
import { type MovedMoment, momentBefore, type OwnMovedBy } from "@/lib/discussion/stance/moved-by"
import { momentState } from "@/lib/discussion/stance/stance-moments"
import type { CitationView, FoundPost } from "@/lib/discussion/thread/thread-view"

/** What moved somebody, for themselves alone: asked as long as the stance may change, then only shown. */
export type MovedStep = {
  assignmentId: string
  moment: MovedMoment
  statement: string
  isOpen: boolean
  own: OwnMovedBy
  sentences: CitationView[]
  /** The newest posts they may read, to choose from; null before anybody could have read one. */
  posts: { posts: FoundPost[]; isMore: boolean } | null
}

type Asked = { assignmentId: string; moment: MovedMoment }

/** The question what moved somebody. Refused where nothing changed: then it is not asked. Two trips. */
export async function loadMovedStep(viewer: Viewer, asked: Asked, now: Date): Promise<Decision<MovedStep>> {
  const { assignmentId, moment } = asked
  const place = await loadStancePlace(viewer, assignmentId)
  if (!place?.statement || !can(viewer, "stance.take", factsOf(place)))
    return refuse("missing", "discussion.noStanceAsked")
  const facts = momentFacts(place)
  const state = momentState(facts, moment, now)
  if (state !== "changeable" && state !== "kept") return refuse("missing", "discussion.noStanceAsked")
  const from = momentBefore(facts, moment)
  const [move, sentences, posts] = await Promise.all([
    loadOwnMove({ userId: viewer.userId, assignmentId, moment, from }),
    loadCitableSentences(viewer, { assignmentId }, now),
    moment === "after_discussion" ? findPosts(viewer, { assignmentId, words: [] }, now) : null,
  ])
  if (!move?.moved) return refuse("conflict", "discussion.notMoved")
  if (!sentences.ok) return sentences
  return allow({
    ...asked,
    statement: place.statement,
    isOpen: state === "changeable",
    own: await ownMovedBy(move, sentences.value, (postId) =>
      findPosts(viewer, { assignmentId, words: [], postId }, now),
    ),
    sentences: sentences.value,
    posts: posts?.ok ? posts.value : null,
  })
}

type FindPost = (postId: string) => ReturnType<typeof findPosts>

async function ownMovedBy(
  { movedBy, movedBySentenceId, movedByPostId }: OwnMove,
  sentences: readonly CitationView[],
  find: FindPost,
): Promise<OwnMovedBy> {
  if (movedBy !== null) return { kind: "words", words: movedBy }
  if (movedBySentenceId !== null) {
    const sentence = sentences.find((one) => one.sentenceId === movedBySentenceId)
    return { kind: "sentence", sentence: sentence ?? null }
  }
  if (movedByPostId === null) return { kind: "nothing" }
  const found = await find(movedByPostId)
  return { kind: "post", post: (found.ok ? found.value.posts[0] : null) ?? null }
}
