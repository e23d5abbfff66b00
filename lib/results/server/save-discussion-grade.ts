import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { knowsWriters } from "@/lib/discussion/names/names-shown"
import { database } from "@/lib/platform/database"
import { appendEvent } from "@/lib/platform/events"
import type { Grade } from "@/lib/quiz/rubric"
import { decideDiscussionGrade } from "@/lib/results/discussion/discussion-grade"
import type { SaveDiscussionGradeInput } from "@/lib/results/discussion/discussion-input"
import { ownLevels } from "@/lib/results/grading/decide-grade"
import {
  appendDiscussionGrade,
  loadGradedStudent,
  lockDiscussion,
  type StandingDiscussionGrade,
} from "@/lib/results/server/discussion-grade-store"
import { firstRubric } from "@/lib/results/server/first-rubric"

/** Saved; or not, because somebody graded this student after the page was opened: then with what they gave. */
export type DiscussionGradeOutcome =
  | { outcome: "saved"; scoringId: string }
  | { outcome: "overtaken"; theirs: { scoringId: string; by: string; at: string } & Grade }

/**
 * Grades one student's part in the discussion. Grades are appended, the newest counts. Whoever grades what another has
 * graded meanwhile is told, and nothing is written; the same grade twice is one. Refuses with "missing" (not their class,
 * or no student of it), "forbidden", "conflict" (nothing written, another rubric) or "invalid" (a criterion without a level).
 */
export async function saveDiscussionGrade(
  viewer: Viewer,
  input: SaveDiscussionGradeInput,
): Promise<Decision<DiscussionGradeOutcome>> {
  const { assignmentId, enrolmentId, rubricNumber } = input
  return database().$transaction(async (tx) => {
    const place = await lockDiscussion(tx, viewer.userId, assignmentId)
    if (!place) return refuse("missing", "results.noAssignment")
    if (!can(viewer, "results.grade", place)) return refuse("forbidden", "results.gradeTeachersOnly")
    // Asked before anything of the student, so that the answer does not say whether they wrote.
    if (!knowsWriters(place.postNames, can(viewer, "alias.reveal", place)))
      return refuse("conflict", "results.sealedNotGraded")
    const student = await loadGradedStudent(tx, input)
    if (!student) return refuse("missing", "results.noStudent")
    const current = student.current ?? firstRubric(viewer.school.locale)
    const decision = decideDiscussionGrade({ hasWritten: student.posts > 0, current }, input)
    if (!decision.ok) return decision
    const grade = { levels: ownLevels(current.rubric, input), comment: input.comment.trim() }
    const { standing } = student
    if (standing && isSame(standing, { ...grade, rubricNumber })) return allow(saved(standing.gradeId))
    if (standing && standing.gradeId !== input.basedOn) return allow(overtaken(standing))
    const given = { assignmentId, enrolmentId, rubric: current, grade }
    const gradeId = await appendDiscussionGrade(tx, {
      ...given,
      share: decision.value,
      teacherId: viewer.userId,
    })
    // Who was graded, and by whom; what was given stays out of the log.
    await appendEvent(tx, {
      kind: "discussion.graded",
      actorId: viewer.userId,
      classId: place.classId,
      assignmentId,
      subjectId: enrolmentId,
      data: { gradeId },
    })
    return allow(saved(gradeId))
  })
}

/** The form of a grade calls every grade that it is based on by this name. */
const saved = (gradeId: string): DiscussionGradeOutcome => ({ outcome: "saved", scoringId: gradeId })

const overtaken = ({
  gradeId,
  by,
  at,
  levels,
  comment,
}: StandingDiscussionGrade): DiscussionGradeOutcome => ({
  outcome: "overtaken",
  theirs: { scoringId: gradeId, by, at, levels, comment },
})

const isSame = (
  standing: StandingDiscussionGrade,
  { levels, comment, rubricNumber }: Grade & { rubricNumber: number },
): boolean =>
  standing.rubricNumber === rubricNumber &&
  standing.comment === comment &&
  Object.keys(levels).length === Object.keys(standing.levels).length &&
  Object.entries(levels).every(([criterion, level]) => standing.levels[criterion] === level)
