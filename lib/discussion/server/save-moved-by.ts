import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { SaveMovedByInput } from "@/lib/discussion/input"
import { loadPostPlace } from "@/lib/discussion/server/load-post-place"
import { loadStancePlace, momentFacts } from "@/lib/discussion/server/load-stance-place"
import { factsOf } from "@/lib/discussion/server/place"
import { keepMovedBy, loadOwnMove } from "@/lib/discussion/server/stance-store"
import { decideMovedBy } from "@/lib/discussion/stance/decide-moved-by"
import { momentBefore } from "@/lib/discussion/stance/moved-by"
import { pool } from "@/lib/platform/database"

/** Somebody whose stance changed says what moved them. Nothing is answered but that it is kept. */
export async function saveMovedBy(
  viewer: Viewer,
  input: SaveMovedByInput,
  now: Date,
): Promise<Decision<null>> {
  const { assignmentId, moment, by } = input
  const place = await loadStancePlace(viewer, assignmentId)
  if (!place || !can(viewer, "assignment.see", factsOf(place)))
    return refuse("missing", "discussion.noStanceAsked")
  const of = { userId: viewer.userId, assignmentId, moment }
  const facts = { ...momentFacts(place), mayTake: can(viewer, "stance.take", factsOf(place)) }
  const [move, named] = await Promise.all([
    loadOwnMove({ ...of, from: momentBefore(facts, moment) }),
    loadNamed(viewer, assignmentId, by),
  ])
  const decision = decideMovedBy({ ...facts, ...named, moved: move?.moved ?? false }, { moment, by }, now)
  if (!decision.ok) return decision
  return (await keepMovedBy(of, decision.value)) ? allow(null) : refuse("conflict", "discussion.stanceClosed")
}

type Named = { sentenceStands: boolean; seenPostId: string | null }

/** What was named, as far as this viewer may know it. */
async function loadNamed(viewer: Viewer, assignmentId: string, by: SaveMovedByInput["by"]): Promise<Named> {
  const sentenceStands = by.kind === "sentence" && (await standsInText(assignmentId, by.sentenceId))
  const post = by.kind === "post" ? await loadPostPlace(viewer, by.postId) : null
  const isSeen = post?.assignmentId === assignmentId && post.state === "visible"
  return { sentenceStands, seenPostId: isSeen ? post.postId : null }
}

const STANDS = `
  SELECT EXISTS (
    SELECT 1 FROM "Assignment" a
    JOIN "LessonVersion" lv ON lv.id = a."lessonVersionId"
    JOIN "RevisionSentence" rs ON rs."revisionId" = lv."revisionId"
    WHERE a.id = $1 AND rs."sentenceId" = $2) AS stands`

async function standsInText(assignmentId: string, sentenceId: string): Promise<boolean> {
  const { rows } = await pool().query<{ stands: boolean }>(STANDS, [assignmentId, sentenceId])
  return rows[0]?.stands ?? false
}
