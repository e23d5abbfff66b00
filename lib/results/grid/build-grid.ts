import { type Fraction, NOTHING } from "@/lib/quiz/fraction"
import { isAnswered } from "../analysis/answer-state"
import { groupBy } from "../group-by"
import { itemPoints, pointsPossible } from "../item-points"
import type { AnswerFacts, ItemFacts, StudentFacts } from "../results-facts"
import { withoutWriting } from "./without-writing"

export type QuizState = "none" | "open" | "submitted"

export type GridRow = {
  student: StudentFacts
  quiz: { state: QuizState; score: Fraction; answered: number }
  /** Points by item, in the items' order. Null: not given to this student, not answered, or nothing to score. */
  points: (Fraction | null)[]
  done: { stance: boolean; read: boolean; quiz: boolean; discuss: boolean; reflect: boolean }
  /** Nothing done at all. */
  notStarted: boolean
  /** What was written is beside nobody here: of posting, and of the step that opens with it, nothing is known. */
  hidesWriting: boolean
}

export type Grid = {
  rows: GridRow[]
  items: readonly ItemFacts[]
  /** Points that can be had: items that are keyed. */
  pointsPossible: number
  sentenceCount: number
  done: Record<keyof GridRow["done"], number>
  /** What was written is beside nobody: see `withoutWriting`. The numbers in `done` are of the whole class all the same. */
  hidesWriting: boolean
  /** Middle score of the finished attempts; null when there is none. */
  medianScore: number | null
}

export type GridFacts = {
  students: readonly StudentFacts[]
  items: readonly ItemFacts[]
  answers: readonly AnswerFacts[]
  sentenceCount: number
  /** For who may not know who wrote. */
  hidesWriting?: boolean
}

/** The grid of students by steps, and the numbers of its head: the screen and the file are both made of this. */
export function buildGrid(facts: GridFacts): Grid {
  const { hidesWriting = false } = facts
  const whole = buildRows(facts)
  const rows = hidesWriting ? buildRows({ ...facts, students: withoutWriting(facts.students) }) : whole
  const here = whole.filter((row) => !row.student.hasLeft)
  const count = (step: keyof GridRow["done"]) => here.filter((row) => row.done[step]).length
  return {
    rows,
    items: facts.items,
    pointsPossible: pointsPossible(facts.items),
    sentenceCount: facts.sentenceCount,
    hidesWriting,
    done: {
      stance: count("stance"),
      read: count("read"),
      quiz: count("quiz"),
      discuss: count("discuss"),
      reflect: count("reflect"),
    },
    medianScore: median(here.filter((row) => row.done.quiz).map((row) => shareOf(row.quiz.score))),
  }
}

function buildRows({ students, items, answers, hidesWriting = false }: GridFacts): GridRow[] {
  const byStudent = groupBy(answers, (answer) => answer.enrolmentId)
  return students.map((student) => ({
    ...buildRow(student, items, byStudent.get(student.enrolmentId) ?? []),
    hidesWriting,
  }))
}

type OwnRow = Omit<GridRow, "hidesWriting">

function buildRow(student: StudentFacts, items: readonly ItemFacts[], answers: AnswerFacts[]): OwnRow {
  const byItem = new Map(answers.map((answer) => [answer.itemId, answer]))
  const state: QuizState = student.attempt?.state ?? "none"
  const had = (itemId: string) =>
    state === "submitted" && (student.attempt?.itemIds?.includes(itemId) ?? true)
  const points = items.map((item) => (had(item.itemId) ? itemPoints(item, byItem.get(item.itemId)) : null))
  const done = {
    stance: student.stanceBefore,
    read: student.readingFinished || state === "submitted",
    quiz: state === "submitted",
    discuss: student.posts + student.replies > 0,
    reflect: student.stanceAfterDiscussion,
  }
  const score = student.attempt?.earned ?? NOTHING
  const started = student.readingStarted || state !== "none" || Object.values(done).some(Boolean)
  return {
    student,
    quiz: { state, score, answered: answers.filter(isAnswered).length },
    points,
    done,
    notStarted: !started,
  }
}

/** As a number, for comparing and drawing only: what is shown is made of the fraction itself. */
export const shareOf = (score: Fraction): number => score.numerator / score.denominator

/** The middle value; of an even number of values the mean of the two in the middle. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle]
  if (upper === undefined) return null
  const lower = sorted[middle - 1]
  return sorted.length % 2 === 1 || lower === undefined ? upper : (lower + upper) / 2
}
