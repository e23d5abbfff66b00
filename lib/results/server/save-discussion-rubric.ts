import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { database } from "@/lib/platform/database"
import { appendEvent } from "@/lib/platform/events"
import { type Rubric, rubricFaults } from "@/lib/quiz/rubric"
import type { SaveDiscussionRubricInput } from "@/lib/results/discussion/discussion-input"
import { lockDiscussion } from "@/lib/results/server/discussion-grade-store"

/**
 * Keeps another rubric for the discussion of an assignment, under the next number: grades that were given keep theirs.
 * Refuses with "missing" (not their class), "forbidden", "invalid" (a rubric that cannot grade) or "conflict" (somebody
 * changed it meanwhile).
 */
export async function saveDiscussionRubric(
  viewer: Viewer,
  { assignmentId, basedOn, rubric }: SaveDiscussionRubricInput,
): Promise<Decision<{ number: number }>> {
  return database().$transaction(async (tx) => {
    const place = await lockDiscussion(tx, viewer.userId, assignmentId)
    if (!place) return refuse("missing", "results.noAssignment")
    if (!can(viewer, "results.grade", place)) return refuse("forbidden", "results.gradeTeachersOnly")
    if (rubricFaults(rubric).length > 0) return refuse("invalid", "results.rubricFaulty", { field: "rubric" })
    const newest = await tx.discussionRubric.findFirst({
      where: { assignmentId },
      orderBy: { number: "desc" },
      select: { number: true, rubric: true },
    })
    if ((newest?.number ?? 0) !== basedOn) return refuse("conflict", "results.rubricOvertaken")
    if (newest && isSame(newest.rubric as Rubric, rubric)) return allow({ number: basedOn })
    const number = basedOn + 1
    await tx.discussionRubric.create({ data: { assignmentId, number, rubric, createdById: viewer.userId } })
    await appendEvent(tx, {
      kind: "discussion.rubricChanged",
      actorId: viewer.userId,
      classId: place.classId,
      assignmentId,
      data: { number },
    })
    return allow({ number })
  })
}

/** The database keeps the keys of an object in an order of its own. */
const isSame = (kept: Rubric, given: Rubric): boolean => plain(kept) === plain(given)

const plain = ({ criteria }: Rubric): string =>
  JSON.stringify(
    criteria.map(({ id, title, levels }) => [
      id,
      title,
      levels.map((level) => [level.id, level.text, level.points]),
    ]),
  )
