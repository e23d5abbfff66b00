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
import { gradeStanding, isSecondOf, sameLevels } from "@/lib/results/grading/grade-standing"
import type { SaveGradeInput } from "@/lib/results/grading/grading-input"
import {
  appendGrade,
  appendSecond,
  closeDraft,
  type LockedAnswer,
  lockAnswer,
  type NewGrade,
  newestGrade,
  type SecondStanding,
  type StandingGrade,
  secondGrader,
} from "@/lib/results/server/grade-store"

/**
 * Saved. Or kept as the second of two grades, with whether they agree. Or not saved: because somebody graded this answer
 * after it was opened, then with what they gave; or because the answer itself is another than the one that was read.
 */
export type GradeOutcome =
  | { outcome: "saved"; scoringId: string }
  | { outcome: "second"; agrees: boolean }
  | { outcome: "overtaken"; theirs: { scoringId: string; by: string; at: string } & Grade }
  | { outcome: "changed" }

/**
 * Grades one answer. Grades are appended, the newest counts. Whoever grades what another has graded meanwhile is told,
 * and nothing is written; the same grade twice is one. Where two graders are asked for, the second's is kept beside the
 * first, and whatever is given after both settles. Refuses with "missing" (not their class, or not graded by hand),
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
    if (answer.saveNumber !== input.saveNumber) return allow({ outcome: "changed" })
    const { assignmentId, attemptId, itemId } = input
    const given: NewGrade = {
      ...{ assignmentId, attemptId, itemId },
      saveNumber: answer.saveNumber,
      keyRevision: answer.key?.keyRevision ?? 0,
      share: decision.value,
      grade: { levels: ownLevels(shown, input), comment: input.comment.trim() },
      graderId: viewer.userId,
    }
    const outcome = await give(tx, given, input.basedOn)
    if (outcome.outcome === "overtaken") return allow(outcome)
    await closeDraft(tx, { ...given, number: input.draftNumber })
    if (outcome.isNew) await record(tx, viewer, { ...given, classId: answer.classId, outcome })
    const { isNew: _, ...told } = outcome
    return allow(told)
  })
}

type Given = ({ outcome: "saved"; scoringId: string } | { outcome: "second"; agrees: boolean }) & {
  isNew: boolean
}
type Overtaken = Extract<GradeOutcome, { outcome: "overtaken" }>

/** Writes the grade where it belongs: as the one that counts, or beside it. */
async function give(tx: Transaction, given: NewGrade, basedOn: string | null): Promise<Given | Overtaken> {
  const standing = await newestGrade(tx, given)
  const { asksSecond, second } = await secondGrader(tx, given)
  if (standing?.grade && asksSecond) {
    const told = await giveSecond(tx, given, {
      standing: { ...standing, grade: standing.grade },
      second,
      basedOn,
    })
    if (told) return told
  }
  if (standing && repeats(standing, given) && !settles({ standing, second, asksSecond, basedOn }))
    return { outcome: "saved", scoringId: standing.scoringId, isNew: false }
  if (standing && standing.scoringId !== basedOn) return overtaken(standing)
  return { outcome: "saved", scoringId: await appendGrade(tx, given), isNew: true }
}

type Beside = {
  standing: StandingGrade & { grade: Grade }
  second: SecondStanding | null
  basedOn: string | null
}

/** Null: it is not the second grade that is given, but the next that counts. */
async function giveSecond(
  tx: Transaction,
  given: NewGrade,
  { standing, second, basedOn }: Beside,
): Promise<Given | null> {
  const levels = standing.grade.levels
  const stands = gradeStanding({
    asksSecond: true,
    given: { levels, scoringId: standing.scoringId, saveNumber: standing.saveNumber },
    second: second && { ...second, levels: second.grade.levels },
  })
  const agrees = sameLevels(standing.grade, given.grade)
  const isRepeated =
    basedOn === null && second?.againstId === standing.scoringId && second.byId === given.graderId
  if (isRepeated && isSame(second.grade, given.grade)) return { outcome: "second", agrees, isNew: false }
  if (!isSecondOf(stands, standing, given.graderId)) return null
  await appendSecond(tx, { ...given, againstId: standing.scoringId })
  return { outcome: "second", agrees, isNew: true }
}

/** The same grade of the same answer, by the same rubric: sent twice, it is one. */
const repeats = (standing: StandingGrade, given: NewGrade): boolean =>
  standing.grade !== null &&
  isSame(standing.grade, given.grade) &&
  standing.saveNumber === given.saveNumber &&
  standing.keyRevision === given.keyRevision

type Settled = {
  standing: StandingGrade
  second: SecondStanding | null
  asksSecond: boolean
  basedOn: string | null
}

/** Taking the first of two that differ changes no level, and is a grade of its own all the same. */
const settles = ({ standing, second, asksSecond, basedOn }: Settled): boolean =>
  asksSecond &&
  standing.grade !== null &&
  basedOn === standing.scoringId &&
  second?.againstId === standing.scoringId &&
  !sameLevels(second.grade, standing.grade)

/** Null where the question has none yet, or one of another shape. */
function rubricOf({ key }: LockedAnswer): Rubric | null {
  const opened = key && (openKey(heldKey(key), "scoring").key as { rubric?: unknown } | null)
  return rubric.safeParse(opened?.rubric).data ?? null
}

const isSame = (one: Grade, other: Grade): boolean => one.comment === other.comment && sameLevels(one, other)

const overtaken = ({ scoringId, by, at, grade }: StandingGrade): Overtaken => ({
  outcome: "overtaken",
  theirs: { scoringId, by, at: at.toISOString(), ...(grade ?? { levels: {}, comment: "" }) },
})

type Recorded = NewGrade & { classId: string; outcome: Given }

/** Which answer was graded, and by whom; what it was given stays out of the log. */
const record = (
  tx: Transaction,
  viewer: Viewer,
  { assignmentId, attemptId, itemId, classId, outcome }: Recorded,
) =>
  appendEvent(tx, {
    kind: outcome.outcome === "second" ? "answer.gradedSecond" : "answer.graded",
    actorId: viewer.userId,
    classId,
    assignmentId,
    subjectId: attemptId,
    data: { itemId, ...(outcome.outcome === "saved" ? { scoringId: outcome.scoringId } : {}) },
  })
