import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { database, type Transaction } from "@/lib/platform/database"
import { appendEvent } from "@/lib/platform/events"
import { openKey } from "@/lib/quiz/item-key"
import { type Grade, type Rubric, rubric } from "@/lib/quiz/rubric"
import { heldKey } from "@/lib/quiz/server/key-store"
import { decideGrade, ownLevels } from "@/lib/results/grading/decide-grade"
import type { SaveGradeInput } from "@/lib/results/grading/grading-input"
import {
  appendGrade,
  type LockedAnswer,
  lockAnswer,
  newestGrade,
  type StandingGrade,
} from "@/lib/results/server/grade-store"

/** Saved; or not, because somebody graded this answer after it was opened: then with what they gave. */
export type GradeOutcome =
  | { outcome: "saved"; scoringId: string }
  | { outcome: "overtaken"; theirs: { scoringId: string; by: string; at: string } & Grade }

/**
 * Grades one answer. Grades are appended, the newest counts. Whoever grades what another has graded meanwhile is told,
 * and nothing is written; the same grade twice is one. Refuses with "missing" (not their class, or not graded by hand),
 * "forbidden", "conflict" (not handed in) or "invalid" (a criterion without a level).
 */
export async function saveGrade(viewer: Viewer, input: SaveGradeInput): Promise<Decision<GradeOutcome>> {
  return database().$transaction(async (tx) => {
    const answer = await lockAnswer(tx, viewer.userId, input)
    if (!answer) return refuse("missing", "results.noAnswer")
    if (!can(viewer, "results.grade", { classRole: answer.classRole }))
      return refuse("forbidden", "results.gradeTeachersOnly")
    const shown = rubricOf(answer)
    const decision = decideGrade(
      { ...answer, rubric: shown, isHandedIn: answer.state === "submitted" },
      input,
    )
    if (!decision.ok || !shown) return decision.ok ? refuse("conflict", "results.noRubric") : decision
    const grade = { levels: ownLevels(shown, input), comment: input.comment.trim() }
    const standing = await newestGrade(tx, input)
    if (standing && isSame(standing.grade, grade))
      return allow({ outcome: "saved", scoringId: standing.scoringId })
    if (standing && standing.scoringId !== input.basedOn) return allow(overtaken(standing))
    const keyRevision = answer.key?.keyRevision ?? 0
    const { saveNumber } = answer
    const graded = {
      ...input,
      saveNumber,
      keyRevision,
      share: decision.value,
      grade,
      graderId: viewer.userId,
    }
    const scoringId = await appendGrade(tx, graded)
    await record(tx, viewer, { ...input, classId: answer.classId, scoringId })
    return allow({ outcome: "saved", scoringId })
  })
}

/** Null where the question has none yet, or one of another shape. */
function rubricOf({ key }: LockedAnswer): Rubric | null {
  const opened = key && (openKey(heldKey(key), "scoring").key as { rubric?: unknown } | null)
  return rubric.safeParse(opened?.rubric).data ?? null
}

const isSame = (standing: Grade | null, { levels, comment }: Grade): boolean =>
  standing !== null &&
  standing.comment === comment &&
  Object.keys(levels).length === Object.keys(standing.levels).length &&
  Object.entries(levels).every(([criterion, level]) => standing.levels[criterion] === level)

const overtaken = ({ scoringId, by, at, grade }: StandingGrade): GradeOutcome => ({
  outcome: "overtaken",
  theirs: { scoringId, by, at: at.toISOString(), ...(grade ?? { levels: {}, comment: "" }) },
})

type Graded = SaveGradeInput & { classId: string; scoringId: string }

/** Which answer was graded, and by whom; what it was given stays out of the log. */
const record = (
  tx: Transaction,
  viewer: Viewer,
  { assignmentId, attemptId, itemId, classId, scoringId }: Graded,
) =>
  appendEvent(tx, {
    kind: "answer.graded",
    actorId: viewer.userId,
    classId,
    assignmentId,
    subjectId: attemptId,
    data: { itemId, scoringId },
  })
