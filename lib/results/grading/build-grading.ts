import { isSameRubric, type Rubric } from "@/lib/quiz/rubric"
import { isAnswered } from "../analysis/answer-state"
import type { AnswerFacts, StudentFacts } from "../results-facts"
import { isFinal } from "./grade-standing"
import { type GraderAgreement, graderAgreement } from "./grader-agreement"
import type { GradeDraft, GradedFacts, GradeReply, GradingRules } from "./grading-facts"
import { type GradingPlace, type OwnStep, ownSteps, placesOf, type Step, stepOf } from "./grading-places"
import type { GradingQuery } from "./grading-query"
import { walkOrder } from "./grading-walk"

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
> &
  Pick<GradedFacts, "saveNumber" | "given" | "second" | "standing" | "awaitsMine">

export type GradingFacts = {
  items: readonly GradableItem[]
  answers: readonly (GradableAnswer & AnswerFacts)[]
  students: readonly StudentFacts[]
  rules: GradingRules
  drafts: readonly GradeDraft[]
  replies: readonly GradeReply[]
}

export type OpenAnswer = GradableAnswer & {
  /** From 1, in an order that tells nothing of who wrote it: of the answers, or of the students. */
  number: number
  of: number
  studentName: string
  /** What the viewer has begun here; its number counts on even where it was given. */
  draft: GradeDraft | null
  replies: GradeReply[]
  /** The grade was given by a rubric that judged otherwise than the question's now. */
  isOtherRubric: boolean
}

type CountedItem = GradableItem & { graded: number; of: number }

export type Grading = {
  by: GradingQuery["by"]
  /** Only answers about which two graders differ are walked. */
  onlyDiffering: boolean
  items: CountedItem[]
  /** The question that is open; null where none is graded by hand. */
  item: CountedItem | null
  places: GradingPlace[]
  /** Where by student: the questions that the open one has answered. */
  ownSteps: OwnStep[]
  /** Null where nobody has answered yet, or no answer differs. */
  open: OpenAnswer | null
  previous: Step | null
  next: Step | null
  /** After the open one, round to the beginning; null when all are graded. */
  nextUngraded: Step | null
  /** Nothing that is walked is left to grade: names hide nothing any more. */
  isDone: boolean
  differing: number
  /** Of the open question; null where no second grader is asked for. */
  agreement: GraderAgreement | null
  rules: GradingRules
  /** What releasing held grades would show: to how many students, and how many answers have no final grade yet. */
  release: { students: number; ungraded: number }
}

export type GradingAsked = Pick<GradingQuery, "itemId" | "attemptId" | "by" | "onlyDiffering">

/**
 * The answers that only a teacher can grade, one of them open. Without being told, the first question with something left
 * to grade, and its first such answer. Only what was handed in by students who are in the class: of one who left nothing
 * is shown, and all of it again once they are back.
 */
export function buildGrading(facts: GradingFacts, asked: GradingAsked): Grading {
  const students = new Map(
    facts.students
      .filter((student) => !student.hasLeft && student.attempt?.state === "submitted")
      .map((student) => [student.enrolmentId, student]),
  )
  const itemIds = facts.items.map(({ itemId }) => itemId)
  const given = facts.answers.filter(
    (answer) => itemIds.includes(answer.itemId) && students.has(answer.enrolmentId) && isAnswered(answer),
  )
  const items = facts.items.map((item) => {
    const own = given.filter((answer) => answer.itemId === item.itemId)
    return { ...item, of: own.length, graded: own.filter((answer) => answer.given).length }
  })
  const differing = given.filter(({ standing }) => standing === "differ")
  const walked = walkedAnswers(asked.onlyDiffering ? differing : given, items, asked)
  const at = openPlace(walked, asked)
  const one = walked[at]
  const item =
    items.find(({ itemId }) => itemId === one?.itemId) ??
    items.find(({ itemId }) => itemId === asked.itemId) ??
    items[0] ??
    null
  const places = placesOf(walked, one, asked.by)
  const isLeft = (answer: GradableAnswer) => asked.onlyDiffering || !answer.given
  const waiting = [...walked.slice(at + 1), ...walked.slice(0, at)].find(isLeft)
  const whole = asked.onlyDiffering ? given : walked
  return {
    by: asked.by,
    onlyDiffering: asked.onlyDiffering,
    items,
    item,
    places,
    ownSteps: ownSteps(walked, one, items),
    open: one ? openOf(one, { facts, students, places, item }) : null,
    previous: stepOf(walked[at - 1]),
    next: stepOf(walked[at + 1]),
    nextUngraded: stepOf(waiting),
    isDone: whole.length > 0 && whole.every((answer) => answer.given),
    differing: differing.length,
    agreement: facts.rules.asksSecond && item?.rubric ? agreementOf(given, item.itemId, item.rubric) : null,
    rules: facts.rules,
    release: releaseOf(given),
  }
}

function releaseOf(answers: readonly GradableAnswer[]): Grading["release"] {
  const final = answers.filter(({ given, standing }) => given !== null && isFinal(standing))
  return {
    students: new Set(final.map(({ enrolmentId }) => enrolmentId)).size,
    ungraded: answers.length - final.length,
  }
}

/** By question those of one question, by student or where two differ all of them. */
function walkedAnswers(
  answers: readonly (GradableAnswer & AnswerFacts)[],
  items: readonly CountedItem[],
  { by, itemId, onlyDiffering }: GradingAsked,
) {
  const itemIds = items.map((item) => item.itemId)
  if (by === "student" || onlyDiffering) return walkOrder(answers, by, itemIds)
  const item =
    items.find((one) => one.itemId === itemId) ?? items.find(({ graded, of }) => graded < of) ?? items[0]
  return walkOrder(
    answers.filter((answer) => answer.itemId === item?.itemId),
    by,
    itemIds,
  )
}

function openPlace(answers: readonly GradableAnswer[], { attemptId, itemId }: GradingAsked): number {
  const ofAttempt = answers.findIndex((answer) => answer.attemptId === attemptId)
  const exact = answers.findIndex((answer) => answer.attemptId === attemptId && answer.itemId === itemId)
  if (exact >= 0 || ofAttempt >= 0) return exact >= 0 ? exact : ofAttempt
  const waiting = answers.findIndex((answer) => !answer.given)
  return Math.max(0, waiting)
}

type Around = {
  facts: GradingFacts
  students: Map<string, StudentFacts>
  places: readonly GradingPlace[]
  item: CountedItem | null
}

function openOf(one: GradableAnswer, { facts, students, places, item }: Around): OpenAnswer {
  const { attemptId, enrolmentId, itemId, text, sentenceIds } = one
  const { saveNumber, given, second, standing, awaitsMine } = one
  const isHere = (other: Step) => other.attemptId === attemptId && other.itemId === itemId
  const earlier = given?.earlierRubric ?? null
  return {
    ...{ attemptId, enrolmentId, itemId, text, sentenceIds },
    ...{ saveNumber, given, second, standing, awaitsMine },
    number: places.findIndex(({ isOpen }) => isOpen) + 1,
    of: places.length,
    studentName: students.get(enrolmentId)?.displayName ?? "",
    draft: facts.drafts.find(isHere) ?? null,
    replies: facts.replies.filter(isHere),
    isOtherRubric: earlier !== null && (!item?.rubric || !isSameRubric(earlier, item.rubric)),
  }
}

/** Of answers that two have graded, each without seeing the other's. */
function agreementOf(answers: readonly GradableAnswer[], itemId: string, shown: Rubric): GraderAgreement {
  const pairs = answers.flatMap(({ itemId: of, second }) =>
    of === itemId && second?.first ? [{ first: second.first, second }] : [],
  )
  return graderAgreement(shown, pairs)
}
