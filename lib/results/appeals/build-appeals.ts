import { groupBy } from "../group-by"
import type { AnswerFacts, AppealFacts, ItemFacts, StudentFacts } from "../results-facts"
import { type AnsweredItem, buildStudentAnswers } from "../student/student-answers"

/** From so many appeals on, the key is more likely wrong than the students. */
export const MANY_APPEALS = 3

export type AppealEntry = {
  appeal: AppealFacts
  student: Pick<StudentFacts, "enrolmentId" | "displayName">
  /** What was answered, what is right, and the points that stand now. */
  answered: AnsweredItem
}

/** The appeals against one item, those that wait first. */
export type ItemAppeals = { item: ItemFacts; open: number; isMany: boolean; entries: AppealEntry[] }

type Facts = {
  items: readonly ItemFacts[]
  /** Of every attempt that may count. */
  answers: readonly AnswerFacts[]
  students: readonly StudentFacts[]
  appeals: readonly AppealFacts[]
}

/** Appeals item by item, in the order of the quiz. One against an item that the lesson no longer has is left out. */
export function buildAppeals({ items, answers, students, appeals }: Facts): ItemAppeals[] {
  const byItem = groupBy(appeals, ({ itemId }) => itemId)
  const people = new Map(students.map((student) => [student.enrolmentId, student]))
  return items.flatMap((item) => {
    const entries = (byItem.get(item.itemId) ?? []).flatMap((appeal): AppealEntry[] => {
      const student = people.get(appeal.enrolmentId)
      const own = answers.filter(
        (answer) => answer.attemptId === appeal.attemptId && answer.itemId === item.itemId,
      )
      const [answered] = buildStudentAnswers([item], own, true)
      return student && answered ? [{ appeal, student, answered }] : []
    })
    if (entries.length === 0) return []
    const open = entries.filter(({ appeal }) => appeal.state === "open").length
    return [{ item, open, isMany: entries.length >= MANY_APPEALS, entries: entries.sort(byTurn) }]
  })
}

/** Those that wait, by when they came; then those decided. */
function byTurn({ appeal: one }: AppealEntry, { appeal: other }: AppealEntry): number {
  const waits = Number(other.state === "open") - Number(one.state === "open")
  return waits || one.createdAt.getTime() - other.createdAt.getTime()
}

/** Null where no student has made one. */
export const countOpenAppeals = (appeals: readonly AppealFacts[]): number | null =>
  appeals.length > 0 ? appeals.filter(({ state }) => state === "open").length : null
