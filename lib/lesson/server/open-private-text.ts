import "server-only"
import { allow, type Decision } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { OpenPrivateInput } from "@/lib/discussion/input"
import { decideOpening } from "@/lib/discussion/moderation/decide-private"
import { appendAct } from "@/lib/discussion/server/ledger-store"
import { type GonePost, loadGonePosts } from "@/lib/discussion/server/load-gone-posts"
import { type LoadedWorry, loadWorry } from "@/lib/discussion/server/load-worry"
import { database } from "@/lib/platform/database"
import { appendEvent } from "@/lib/platform/events"
import { findQuotedNotes, type QuotedNote } from "@/lib/reading/server/notes-store"

/** What of a student is private in an assignment, stances left out: nobody opens those. */
export type PrivateText = { notes: QuotedNote[]; posts: GonePost[] }

/**
 * A teacher opens what is private of a student whom somebody is worried about. It is written down first, with the reason,
 * and then read: what could not be written down is not shown. See docs/decisions/0043.
 */
export async function openPrivateText(
  viewer: Viewer,
  input: OpenPrivateInput,
  now: Date,
): Promise<Decision<PrivateText>> {
  const worry = await loadWorry(viewer, input.postId)
  if (!worry.ok) return worry
  const { ground, mayOpen } = worry.value
  const decision = decideOpening({ ...ground, mayOpen }, input, now)
  if (!decision.ok) return decision
  await writeDown(viewer, { worry: worry.value, ...decision.value, now })
  const { assignmentId, authorEnrolmentId } = ground
  const [notes, posts] = await Promise.all([
    findQuotedNotes({ assignmentId, enrolmentId: authorEnrolmentId }),
    loadGonePosts({ assignmentId, enrolmentId: authorEnrolmentId }),
  ])
  return allow({ notes, posts })
}

type Opening = { worry: LoadedWorry; reason: string; untoldFor: string | null; now: Date }

async function writeDown(viewer: Viewer, { worry, reason, untoldFor, now }: Opening): Promise<void> {
  const { classId, assignmentId, postId } = worry.ground
  const { promptId } = worry.post
  const actorId = viewer.userId
  await database().$transaction(async (tx) => {
    const about = { classId, assignmentId, promptId, postId }
    await appendAct(tx, { kind: "private_opened", about, actorId, reason, untoldFor, now })
    await appendEvent(tx, { kind: "private.opened", actorId, classId, assignmentId, subjectId: postId })
  })
}
