import { createHash } from "node:crypto"
import type { Grade, Rubric } from "@/lib/quiz/rubric"
import { isAnswered } from "../analysis/answer-state"
import type { AnswerFacts, StudentFacts } from "../results-facts"

/** A grade as it stands. `scoringId` names it, for whoever gives another. */
export type GivenGrade = Grade & { scoringId: string; by: string; at: Date }

/** A question that a teacher grades. */
export type GradableItem = {
  itemId: string
  /** From 1, as students see it. */
  position: number
  title: string | null
  prompt: string
  points: number
  rubric: Rubric | null
}

export type GradableAnswer = Pick<
  AnswerFacts,
  "enrolmentId" | "attemptId" | "itemId" | "text" | "sentenceIds"
> & {
  given: GivenGrade | null
}

export type GradingFacts = {
  items: readonly GradableItem[]
  answers: readonly (GradableAnswer & AnswerFacts)[]
  students: readonly StudentFacts[]
}

export type OpenAnswer = GradableAnswer & {
  /** From 1, in an order that tells nothing of who wrote it. */
  number: number
  studentName: string
}

export type Grading = {
  items: (GradableItem & { graded: number; of: number })[]
  /** The question that is open; null where none is graded by hand. */
  item: (GradableItem & { graded: number; of: number }) | null
  answers: { attemptId: string; isGraded: boolean }[]
  /** Null where nobody has answered the question yet. */
  open: OpenAnswer | null
  previous: string | null
  next: string | null
  /** After the open one, round to the beginning; null when all are graded. */
  nextUngraded: string | null
}

type Wanted = { itemId: string | null; attemptId: string | null }

/**
 * The answers to one question, one of them open. Without being told, the first question with something left to grade, and
 * its first such answer. Only what was handed in by students who are in the class.
 */
export function buildGrading(facts: GradingFacts, wanted: Wanted): Grading {
  const students = new Map(
    facts.students
      .filter((student) => !student.hasLeft && student.attempt?.state === "submitted")
      .map((student) => [student.enrolmentId, student]),
  )
  const given = facts.answers.filter((answer) => students.has(answer.enrolmentId) && isAnswered(answer))
  const items = facts.items.map((item) => {
    const own = given.filter((answer) => answer.itemId === item.itemId)
    return { ...item, of: own.length, graded: own.filter((answer) => answer.given).length }
  })
  const item =
    items.find(({ itemId }) => itemId === wanted.itemId) ??
    items.find(({ graded, of }) => graded < of) ??
    items[0] ??
    null
  const answers = inNobodysOrder(given.filter((answer) => answer.itemId === item?.itemId))
  const at = openPlace(answers, wanted.attemptId)
  const one = answers[at]
  return {
    items,
    item,
    answers: answers.map(({ attemptId, given: grade }) => ({ attemptId, isGraded: grade !== null })),
    open: one
      ? { ...openOf(one), number: at + 1, studentName: students.get(one.enrolmentId)?.displayName ?? "" }
      : null,
    previous: answers[at - 1]?.attemptId ?? null,
    next: answers[at + 1]?.attemptId ?? null,
    nextUngraded:
      [...answers.slice(at + 1), ...answers.slice(0, at)].find((answer) => !answer.given)?.attemptId ?? null,
  }
}

function openPlace(answers: readonly GradableAnswer[], attemptId: string | null): number {
  const asked = answers.findIndex((answer) => answer.attemptId === attemptId)
  const waiting = answers.findIndex((answer) => !answer.given)
  return asked >= 0 ? asked : Math.max(0, waiting)
}

const openOf = ({ attemptId, enrolmentId, itemId, text, sentenceIds, given }: GradableAnswer) => ({
  attemptId,
  enrolmentId,
  itemId,
  text,
  sentenceIds,
  given,
})

/** By a digest of attempt and question: another order for every question, and neither names nor times in it. */
function inNobodysOrder<T extends GradableAnswer>(answers: readonly T[]): T[] {
  const digest = ({ attemptId, itemId }: T) =>
    createHash("sha256").update(`${attemptId} ${itemId}`).digest("hex")
  return answers
    .map((answer) => ({ answer, by: digest(answer) }))
    .sort((a, b) => (a.by < b.by ? -1 : 1))
    .map(({ answer }) => answer)
}
