import "server-only"
import { allow, type Decision } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { decideDiscussionRules } from "@/lib/lesson/decide-discussion-rules"
import type { SetDiscussionRulesInput } from "@/lib/lesson/input"
import { rollingBack } from "@/lib/lesson/server/edit-draft"
import { taughtAssignment } from "@/lib/lesson/server/taught-assignment"
import { appendEvent } from "@/lib/platform/events"

/** Sets how the discussion of an assignment goes, from now on: what was posted stays as it is. */
export async function setDiscussionRules(
  viewer: Viewer,
  { assignmentId, ...written }: SetDiscussionRulesInput,
): Promise<Decision<null>> {
  return rollingBack(async (tx) => {
    const found = await taughtAssignment(tx, viewer, { assignmentId, permission: "discussion.setRules" })
    if (!found.ok) return found
    const rules = decideDiscussionRules(written, found.value, viewer.school.timeZone)
    if (!rules.ok) return rules
    const { ownPostBy, ...rest } = rules.value
    const data = { ...rest, ownPostBy: ownPostBy === null ? null : new Date(ownPostBy) }
    await tx.discussionRules.upsert({
      where: { assignmentId },
      create: { assignmentId, ...data },
      update: data,
    })
    const { classId } = found.value
    const about = { actorId: viewer.userId, classId, assignmentId, data: rules.value }
    await appendEvent(tx, { kind: "discussion.rulesSet", ...about })
    return allow(null)
  })
}
