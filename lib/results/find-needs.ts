import type { ItemAnalysis } from "./analyse-items"
import type { Gradebook } from "./build-gradebook"

/** Something that wants the teacher now. `code` names its sentence in the messages of this room. */
export type Need =
  | { code: "notStarted"; count: number; names: string[] }
  | { code: "quizOpen"; count: number; names: string[] }
  | { code: "noPost"; count: number; names: string[] }
  | { code: "late"; count: number; names: string[]; enrolmentId: string }
  | { code: "misread"; position: number; title: string; letter: string }
  | { code: "evidence"; position: number; title: string; count: number; of: number }
  | { code: "toGrade"; position: number; title: string; itemId: string; count: number }
  | { code: "unreleased"; count: number }

export type NeedFacts = {
  gradebook: Gradebook
  analyses: readonly ItemAnalysis[]
  /** Whether who looks may grade. */
  mayGrade: boolean
  /** Finished work waits, and only the teacher can release it. */
  waitsForRelease: boolean
  promptCount: number
}

/** What wants the teacher now, most pressing first. Empty when nothing does. */
export function findNeeds({
  gradebook,
  analyses,
  mayGrade,
  waitsForRelease,
  promptCount,
}: NeedFacts): Need[] {
  const here = gradebook.rows.filter((row) => !row.student.hasLeft && !row.student.excused)
  const people = (code: "notStarted" | "quizOpen" | "noPost", rows: typeof here): Need[] =>
    rows.length > 0 ? [{ code, count: rows.length, names: rows.map((row) => row.student.displayName) }] : []
  const started = here.filter((row) => !row.notStarted)
  const late = gradebook.rows.filter((row) => row.student.late !== null)
  return [
    ...late.slice(0, 1).map(
      (first): Need => ({
        code: "late",
        count: late.length,
        names: late.map((row) => row.student.displayName),
        enrolmentId: first.student.enrolmentId,
      }),
    ),
    ...(mayGrade ? analyses.flatMap(gradingNeed) : []),
    ...people(
      "quizOpen",
      here.filter((row) => row.quiz.state === "open"),
    ),
    ...people(
      "notStarted",
      here.filter((row) => row.notStarted),
    ),
    ...people("noPost", promptCount > 0 ? started.filter((row) => row.done.quiz && !row.done.discuss) : []),
    ...analyses.flatMap(itemNeed),
    ...(waitsForRelease && gradebook.done.quiz > 0
      ? [{ code: "unreleased" as const, count: gradebook.done.quiz }]
      : []),
  ]
}

function gradingNeed({ item, byHand }: ItemAnalysis): Need[] {
  const count = byHand?.waiting.count ?? 0
  const { itemId, position } = item
  return count > 0 ? [{ code: "toGrade", itemId, position, title: item.title ?? item.prompt, count }] : []
}

function itemNeed({ item, finding, temptingLetter, rightAnswerWrongEvidence: pair }: ItemAnalysis): Need[] {
  const named = { position: item.position, title: item.title ?? item.prompt }
  if (finding === "misread" && temptingLetter) return [{ code: "misread", ...named, letter: temptingLetter }]
  if (finding === "evidence" && pair) return [{ code: "evidence", ...named, count: pair.count, of: pair.of }]
  return []
}

/** Answers that wait for a teacher's grade; null where no question is graded by hand. */
export function countToGrade(analyses: readonly ItemAnalysis[]): number | null {
  const waiting = analyses.flatMap(({ byHand }) => (byHand ? [byHand.waiting.count] : []))
  return waiting.length > 0 ? waiting.reduce((sum, count) => sum + count) : null
}
