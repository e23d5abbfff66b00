import { type Fraction, times } from "@/lib/quiz/fraction"
import { decimalPoints } from "@/lib/quiz/score-display"
import type { ItemFacts } from "../results-facts"
import { date, number, type Table, text } from "./table"

/** One score an answer was ever given; without a share it took back what stood. */
export type ScoringFacts = {
  enrolmentId: string
  attempt: number
  itemId: string
  share: Fraction | null
  source: string
  by: string | null
  reason: string | null
  comment: string | null
  at: Date
}

const COLUMNS = [
  text("student"),
  text("userName"),
  number("attempt"),
  number("number"),
  number("points"),
  number("possible"),
  text("source"),
  text("by"),
  text("reason"),
  text("comment"),
  date("at"),
] as const

type HistoryFacts = {
  scorings: readonly ScoringFacts[]
  items: readonly Pick<ItemFacts, "itemId" | "position" | "points">[]
  students: readonly { enrolmentId: string; displayName: string; userName: string }[]
}

/** Every score that was ever given, oldest first: nothing is overwritten. Of items and students that are in the results. */
export function historyTable(
  { scorings, items, students }: HistoryFacts,
  words: { of: (head: string) => string; source: (source: string) => string },
): Table {
  const itemOf = new Map(items.map((item) => [item.itemId, item]))
  const studentOf = new Map(students.map((student) => [student.enrolmentId, student]))
  return {
    name: words.of("sheet"),
    columns: COLUMNS.map(({ head, kind }) => ({ head: words.of(head), kind })),
    rows: scorings.flatMap((one) => {
      const item = itemOf.get(one.itemId)
      const student = studentOf.get(one.enrolmentId)
      if (!item || !student) return []
      const points = one.share && Number(decimalPoints(times(one.share, item.points)))
      return [
        [
          student.displayName,
          student.userName,
          one.attempt,
          item.position,
          points,
          item.points,
          words.source(one.source),
          one.by,
          one.reason,
          one.comment,
          one.at,
        ],
      ]
    }),
  }
}
