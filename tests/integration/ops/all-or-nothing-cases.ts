import { postAnswer } from "@/lib/discussion/server/post-answer"
import { postReply } from "@/lib/discussion/server/post-reply"
import { ownTerms } from "@/lib/lesson/own-terms"
import { database } from "@/lib/platform/database"
import { newRandomId } from "@/lib/platform/ids"
import { closeIfOverdue } from "@/lib/quiz/server/close-overdue-attempts"
import { saveResponses } from "@/lib/quiz/server/save-responses"
import { startAttempt } from "@/lib/quiz/server/start-attempt"
import { submitAttempt } from "@/lib/quiz/server/submit-attempt"
import type { Fix } from "@/lib/results/fixing/fix-input"
import { applyFix } from "@/lib/results/server/apply-fix"
import { saveGrade } from "@/lib/results/server/save-grade"
import { enrol, makeSession, makeUser, viewerFor } from "@/tests/support/factories"
import { makeDiscussion, makePost, makeStudent } from "@/tests/support/factories-discussion"
import { firstKey, makeQuiz, type Quiz, startQuiz } from "@/tests/support/factories-quiz"
import { answerQuiz, finishQuiz, optionOf } from "@/tests/support/factories-results"
import { fixingOf } from "@/tests/support/fixing"
import { levelsAt, longAnswers, longItems, rubricOf } from "@/tests/support/long-items"

/** Something people do that writes. `prepare` makes what it needs, and answers the act: to be called, and called again. */
export type WritingCase = { name: string; prepare: () => Promise<() => Promise<unknown>> }

const HOUR = 3_600_000
const answersOf = (quiz: Quiz) => ({ 0: { option: optionOf(quiz, 0, 0) }, 1: { text: "silence" } })

async function newStudent(quiz: Quiz): Promise<string> {
  const { id } = await makeUser("student")
  await enrol(quiz.class.id, id)
  return id
}

function saving(quiz: Quiz): WritingCase {
  const prepare = async () => {
    const { attemptId, tokenHash } = await startQuiz(quiz, await newStudent(quiz))
    const responses = Object.entries(answersOf(quiz)).map(([at, value]) => ({
      itemId: quiz.items[Number(at)]?.itemId ?? "",
      saveNumber: 1,
      value,
    }))
    return () => saveResponses({ tokenHash, attemptId, responses })
  }
  return { name: "saving two answers", prepare }
}

function starting(quiz: Quiz): WritingCase {
  const prepare = async () => {
    const { tokenHash } = await makeSession(await newStudent(quiz))
    return () => startAttempt({ tokenHash, assignmentId: quiz.assignment.id, now: new Date(), ownTerms })
  }
  return { name: "starting", prepare }
}

function handingIn(quiz: Quiz): WritingCase {
  const prepare = async () => {
    const userId = await newStudent(quiz)
    const attemptId = await answerQuiz(quiz, userId, answersOf(quiz))
    const { tokenHash } = await makeSession(userId)
    const submitKey = newRandomId()
    return () => submitAttempt({ tokenHash, attemptId, submitKey, now: new Date() })
  }
  return { name: "handing in", prepare }
}

function runningOut(quiz: Quiz): WritingCase {
  const prepare = async () => {
    const id = await answerQuiz(quiz, await newStudent(quiz), answersOf(quiz))
    await database().attempt.update({ where: { id }, data: { deadlineAt: new Date(Date.now() - HOUR) } })
    return () => closeIfOverdue(id, new Date())
  }
  return { name: "closing at the deadline", prepare }
}

async function grading(): Promise<WritingCase> {
  const quiz = await makeQuiz({}, firstKey, longItems)
  const teacher = await viewerFor(quiz.teacher)
  const prepare = async () => {
    const attemptId = await finishQuiz(quiz, await newStudent(quiz), longAnswers(quiz, "Ada"))
    const { itemId = "" } = quiz.items[0] ?? {}
    const place = { assignmentId: quiz.assignment.id, itemId, attemptId }
    const given = { levels: levelsAt(rubricOf(quiz, 0), [1, 2]), comment: "Whose words?" }
    return () => saveGrade(teacher, { ...place, ...given, basedOn: null, saveNumber: 1, draftNumber: null })
  }
  return { name: "grading an answer", prepare }
}

function fixing(): WritingCase {
  const prepare = async () => {
    const quiz = await makeQuiz()
    for (const { id } of quiz.students) await finishQuiz(quiz, id, answersOf(quiz))
    const { preview, place } = fixingOf(quiz, 0)
    const fix: Fix = { kind: "rekey", named: { optionIds: [optionOf(quiz, 0, 1)] } }
    const input = { ...place, fix, reason: "", basedOn: (await preview(fix)).basedOn }
    const teacher = await viewerFor(quiz.teacher)
    return () => applyFix(teacher, input, new Date())
  }
  return { name: "giving an item another key", prepare }
}

async function posting(): Promise<WritingCase[]> {
  const room = await makeDiscussion({ students: 1 })
  const [prompt, other] = [room.prompts[0], room.students[0]]
  if (!prompt || !other) throw new Error("nothing to write to")
  const at = { assignmentId: room.assignment.id, promptId: prompt.id }
  const parent = await makePost({ ...at, enrolmentId: other.enrolment.id })
  const words = { body: "Is he?", sentenceIds: [room.sentences[0]?.id ?? ""] }
  const newcomer = async () => viewerFor((await makeStudent(room.class.id)).user)
  const answer = async () => {
    const [viewer, clientKey] = [await newcomer(), newRandomId()]
    return () => postAnswer(viewer, { ...at, ...words, clientKey, move: "claim", side: "agree" }, new Date())
  }
  const reply = async () => {
    const viewer = await viewerFor(other.user)
    const [parentId, clientKey] = [parent.publicId, newRandomId()]
    return () => postReply(viewer, { parentId, ...words, clientKey, move: "challenge" }, new Date())
  }
  return [
    { name: "answering a question of the discussion", prepare: answer },
    { name: "replying to a post", prepare: reply },
  ]
}

export async function writingCases(): Promise<WritingCase[]> {
  const quiz = await makeQuiz()
  const ofQuiz = [saving, starting, handingIn, runningOut].map((make) => make(quiz))
  return [...ofQuiz, await grading(), fixing(), ...(await posting())]
}
