import { mayNudge } from "@/lib/lesson/nudge"
import type { ItemAnalysis } from "../analysis/analyse-items"
import type { Handwork } from "../grading/handwork"
import type { AppealFacts } from "../results-facts"
import type { Grid } from "./build-grid"

/** Something that wants the teacher now. `code` names its sentence in the messages of this room. */
export type Need =
  | ({ code: "notStarted" | "noPost" } & People & { nudge: Nudge })
  | ({ code: "quizOpen" } & People)
  | { code: "late"; count: number; names: string[]; enrolmentId: string }
  | { code: "misread"; position: number; title: string; letter: string }
  | { code: "checkKey"; position: number; title: string; letter: string }
  | { code: "evidence"; position: number; title: string; count: number; of: number }
  | { code: "toGrade"; position: number; title: string; itemId: string; count: number }
  | { code: "appeal"; position: number; title: string; itemId: string; count: number }
  | { code: "reply"; position: number; title: string; itemId: string; attemptId: string; count: number }
  | { code: "differ"; count: number }
  | { code: "unreleased"; count: number }

type People = { count: number; names: string[] }

/** Who of them has not been asked to go on lately, and the moment of the last asking. */
export type Nudge = { enrolmentIds: string[]; last: Date | null }

export type NeedFacts = {
  grid: Grid
  analyses: readonly ItemAnalysis[]
  /** Appeals that whoever looks has to decide. */
  openAppeals: readonly Pick<AppealFacts, "itemId">[]
  /** Whether who looks may grade. */
  mayGrade: boolean
  now: Date
  /** Finished work waits, and only the teacher can release it. */
  waitsForRelease: boolean
  promptCount: number
  /** Left out: nothing of it. */
  handwork?: Handwork
}

/** What wants the teacher now, most pressing first. Empty when nothing does. */
export function findNeeds({
  grid,
  analyses,
  openAppeals,
  mayGrade,
  now,
  waitsForRelease,
  promptCount,
  handwork = { unread: [], differing: 0 },
}: NeedFacts): Need[] {
  const here = grid.rows.filter((row) => !row.student.hasLeft && !row.student.excused)
  const idle = (code: "notStarted" | "noPost", rows: typeof here): Need[] =>
    rows.length > 0 ? [{ code, ...peopleOf(rows), nudge: nudgeOf(rows, now) }] : []
  const started = here.filter((row) => !row.notStarted)
  const sitting = here.filter((row) => row.quiz.state === "open")
  const late = grid.rows.filter((row) => row.student.late !== null)
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
    ...(mayGrade ? handworkNeeds(analyses, handwork) : []),
    ...analyses.flatMap((analysis) => appealNeed(analysis, openAppeals)),
    ...(sitting.length > 0 ? [{ code: "quizOpen" as const, ...peopleOf(sitting) }] : []),
    ...idle(
      "notStarted",
      here.filter((row) => row.notStarted),
    ),
    ...idle("noPost", promptCount > 0 ? started.filter(lacksPost) : []),
    ...analyses.flatMap(itemNeed),
    ...(waitsForRelease && grid.done.quiz > 0
      ? [{ code: "unreleased" as const, count: grid.done.quiz }]
      : []),
  ]
}

const lacksPost = ({ done, hidesWriting }: Grid["rows"][number]): boolean =>
  done.quiz && !done.discuss && !hidesWriting

const peopleOf = (rows: Grid["rows"]): People => ({
  count: rows.length,
  names: rows.map((row) => row.student.displayName),
})

function nudgeOf(rows: Grid["rows"], now: Date): Nudge {
  const asked = rows.flatMap(({ student }) => student.nudgedAt?.getTime() ?? [])
  return {
    enrolmentIds: rows.flatMap(({ student }) =>
      mayNudge(student.nudgedAt, now) ? [student.enrolmentId] : [],
    ),
    last: asked.length > 0 ? new Date(Math.max(...asked)) : null,
  }
}

function gradingNeed({ item, byHand }: ItemAnalysis): Need[] {
  const count = byHand?.waiting.count ?? 0
  const { itemId, position } = item
  return count > 0 ? [{ code: "toGrade", itemId, position, title: item.title ?? item.prompt, count }] : []
}

function handworkNeeds(analyses: readonly ItemAnalysis[], { unread, differing }: Handwork): Need[] {
  const replies = analyses.flatMap(({ item }): Need[] => {
    const own = unread.filter(({ itemId }) => itemId === item.itemId)
    const [first] = own
    const { itemId, position } = item
    const title = item.title ?? item.prompt
    return first
      ? [{ code: "reply", itemId, position, title, attemptId: first.attemptId, count: own.length }]
      : []
  })
  return [...(differing > 0 ? [{ code: "differ" as const, count: differing }] : []), ...replies]
}

function appealNeed({ item }: ItemAnalysis, openAppeals: NeedFacts["openAppeals"]): Need[] {
  const count = openAppeals.filter(({ itemId }) => itemId === item.itemId).length
  const { itemId, position } = item
  return count > 0 ? [{ code: "appeal", itemId, position, title: item.title ?? item.prompt, count }] : []
}

function itemNeed({ item, finding, temptingLetter, rightAnswerWrongEvidence: pair }: ItemAnalysis): Need[] {
  const named = { position: item.position, title: item.title ?? item.prompt }
  if (finding === "misread" && temptingLetter) return [{ code: "misread", ...named, letter: temptingLetter }]
  if (finding === "checkKey" && temptingLetter)
    return [{ code: "checkKey", ...named, letter: temptingLetter }]
  if (finding === "evidence" && pair) return [{ code: "evidence", ...named, count: pair.count, of: pair.of }]
  return []
}

/** Answers that wait for a teacher's grade; null where no question is graded by hand. */
export function countToGrade(analyses: readonly ItemAnalysis[]): number | null {
  const waiting = analyses.flatMap(({ byHand }) => (byHand ? [byHand.waiting.count] : []))
  return waiting.length > 0 ? waiting.reduce((sum, count) => sum + count) : null
}
