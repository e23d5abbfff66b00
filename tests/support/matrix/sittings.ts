import { v4 } from "uuid"
import { startPractice } from "@/lib/lesson/server/start-practice"
import { database } from "@/lib/platform/database"
import type { Assignment } from "@/lib/platform/generated/client"
import { newId } from "@/lib/platform/ids"
import { saveGrade } from "@/lib/results/server/save-grade"
import { setOverride } from "@/lib/results/server/set-override"
import { viewerFor } from "@/tests/support/factories"
import { makeStance, openText } from "@/tests/support/factories-discussion"
import { makeAssignment } from "@/tests/support/factories-lesson"
import { answerQuiz, finishQuiz, optionOf } from "@/tests/support/factories-results"
import { fixingOf } from "@/tests/support/fixing"
import { levelsAt, rubricOf } from "@/tests/support/long-items"
import { onceHandedIn, onceReleased, type State } from "./states"
import { makeTalk } from "./talk"
import { quizOf, type Room } from "./world"

/** The item only a teacher grades, among those of `makeRoom`. */
export const LONG = 4
/** The item a teacher has put right. */
const FIXED = 2
/** The item an appeal stands of. */
const APPEALED = 1

/** An assignment of the room's lesson in this state, with whatever students and staff may have made in it. */
export async function makeSitting(room: Room, state: State) {
  const { class: within, lesson, people, enrolments } = room
  const where = {
    classId: within.id,
    lessonVersionId: lesson.lessonVersionId,
    createdById: people.teacher.id,
  }
  const postNames = state === "sitting" ? "sealed" : "pseudonyms"
  const assignment = await makeAssignment(where, { releasePolicy: "by_teacher", postNames })
  const assignmentId = assignment.id
  for (const enrolmentId of [enrolments.student, enrolments.classmate])
    await openText(assignmentId, enrolmentId)
  const talk = await makeTalk(room, assignmentId)
  const noteId = await makeNote(room, assignmentId)
  await takeStances(room, assignmentId)
  const attemptId = await sit(room, assignment, state)
  const graded = onceHandedIn.includes(state) ? await makeHandwork(room, assignment, attemptId) : noHandwork()
  const overrideId = await makeOverride(room, assignmentId)
  const rehearsalId = onceReleased.includes(state) ? await practise(room, assignmentId) : v4()
  const fixing = fixingOf(quizOf(room, assignment), FIXED)
  const { batchId } = await fixing.applied({ kind: "credit" })
  const { basedOn } = await fixing.preview({ kind: "points", points: 3 })
  await database().assignment.update({ where: { id: assignmentId }, data: datesOf(state) })
  const fix = { batchId, basedOn }
  return {
    state,
    assignment,
    assignmentId,
    attemptId,
    noteId,
    rehearsalId,
    overrideId,
    fix,
    ...graded,
    ...talk,
  }
}

export type Sitting = Awaited<ReturnType<typeof makeSitting>>

const DAY = 86_400_000
const inDays = (days: number): Date => new Date(Date.now() + days * DAY)

function datesOf(state: State): Partial<Assignment> {
  if (state === "notOpen") return { opensAt: inDays(1), dueAt: inDays(3), closesAt: inDays(4) }
  const releasedAt = onceReleased.includes(state) ? inDays(-0.1) : null
  if (state === "closed" || state === "closedReleased")
    return { opensAt: inDays(-5), dueAt: inDays(-2), closesAt: inDays(-1), releasedAt }
  return { releasedAt, archivedAt: state === "archived" ? new Date() : null }
}

/** The student's attempt, as far as this state has one; else an id that no attempt has. */
async function sit(room: Room, assignment: Assignment, state: State): Promise<string> {
  const quiz = quizOf(room, assignment)
  const answers = {
    0: { option: optionOf(quiz, 0, 1) },
    [APPEALED]: { text: "quiet, he says" },
    [LONG]: { text: "It was not.", sentences: [] },
  }
  if (state === "sitting") return answerQuiz(quiz, room.people.student.id, answers)
  return onceHandedIn.includes(state) ? finishQuiz(quiz, room.people.student.id, answers) : v4()
}

const noHandwork = () => ({ gradeId: null as string | null })

/** A graded answer with a comment and a reply to it, an appeal, and an answer that came late. */
async function makeHandwork(room: Room, assignment: Assignment, attemptId: string) {
  const quiz = quizOf(room, assignment)
  const itemId = room.items[LONG]?.itemId ?? ""
  const teacher = await viewerFor(room.people.teacher)
  const grade = await saveGrade(teacher, {
    assignmentId: assignment.id,
    itemId,
    attemptId,
    levels: levelsAt(rubricOf(quiz, LONG), [1, 1]),
    comment: "Which sentence says so?",
    basedOn: null,
    saveNumber: 1,
    draftNumber: null,
  })
  if (!grade.ok || grade.value.outcome !== "saved") throw new Error(JSON.stringify(grade))
  const now = new Date()
  const reply = { id: v4(), attemptId, itemId, fromStudent: true, authorId: room.people.student.id }
  await database().gradeReply.create({ data: { ...reply, body: "The third.", createdAt: now } })
  const appealed = room.items[APPEALED]?.itemId ?? ""
  await database().appeal.create({
    data: { attemptId, itemId: appealed, reason: "It means the same.", createdAt: now },
  })
  const late = { attemptId, itemId: room.items[0]?.itemId ?? "", saveNumber: 9, late: true, savedAt: now }
  await database().responseSave.create({ data: { ...late, value: { option: optionOf(quiz, 0, 0) } } })
  return { gradeId: grade.value.scoringId as string | null }
}

async function makeNote(room: Room, assignmentId: string): Promise<string> {
  const id = newId()
  const at = { revisionId: room.lesson.revisionId, sentenceId: room.sentenceIds[0] ?? "", quote: "Mir asks" }
  await database().sentenceNote.create({
    data: { id, assignmentId, enrolmentId: room.enrolments.student, ...at, body: "Why?" },
  })
  return id
}

/** The student has said it once, the classmate at every moment, and has moved. */
async function takeStances({ people }: Room, assignmentId: string): Promise<void> {
  await makeStance({ userId: people.student.id, assignmentId }, { moment: "before_reading", position: 1 })
  const classmate = { userId: people.classmate.id, assignmentId }
  await makeStance(classmate, { moment: "before_reading", position: -2 })
  await makeStance(classmate, { moment: "after_reading", position: -2 })
  await makeStance(classmate, { moment: "after_discussion", position: 2 })
}

async function makeOverride(room: Room, assignmentId: string): Promise<string> {
  const teacher = await viewerFor(room.people.teacher)
  const cell = { classId: room.class.id, assignmentId, enrolmentId: room.enrolments.classmate }
  const set = { basedOn: null, kind: "points" as const, value: "3", reason: "Agreed.", reasonShown: false }
  const kept = await setOverride(teacher, { ...cell, ...set }, new Date())
  if (!kept.ok) throw new Error(kept.refusal.code)
  return kept.value.id
}

async function practise(room: Room, assignmentId: string): Promise<string> {
  await database().assignment.update({ where: { id: assignmentId }, data: { releasedAt: inDays(-0.1) } })
  const student = await viewerFor(room.people.student)
  const begun = await startPractice(student, { assignmentId, kind: "retry" }, new Date())
  if (!begun.ok) throw new Error(begun.refusal.code)
  return begun.value.rehearsalId
}
