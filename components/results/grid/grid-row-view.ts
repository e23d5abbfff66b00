import type { useTranslations } from "next-intl"
import { displayPoints } from "@/lib/quiz/score-display"
import type { Grid, GridRow } from "@/lib/results/grid/build-grid"

/**
 * A row of the grid as text, and little of it: this is what goes to the browser. A cell is a letter that says what it is,
 * then its words on lines of their own:
 * `.` nothing there, and what that means; `y` done, and the word for it; `r` sentences read, and that in words; `f` read to
 * the end, in words; `o` a quiz under way; `s` points, how they are said, and remarks; `p` posts, and more of them.
 */
export type GridRowView = {
  id: string
  name: string
  remarks: string[]
  hasLeft: boolean
  cells: string[]
}

type Words = ReturnType<typeof useTranslations<"results">>

export type GridRowFacts = {
  grid: Grid
  hasStance: boolean
  hasPrompts: boolean
  ownDue: (date: Date) => string
  words: Words
}

/** The same words, each sentence made once: three hundred rows say few different ones, and making one is dear. */
export function saidOnce(words: Words): Words {
  const said = new Map<string, string>()
  const say = (...asked: Parameters<Words>): string => {
    const key = JSON.stringify(asked)
    const sentence = said.get(key) ?? words(...asked)
    said.set(key, sentence)
    return sentence
  }
  return say as Words
}

/** One student's way through the assignment. */
export function gridRowView(row: GridRow, facts: GridRowFacts): GridRowView {
  const { student, done } = row
  const { grid, hasStance, hasPrompts, words } = facts
  const no = `.${words("grid.notYet")}`
  const unnamed = `.${words("grid.notByName")}`
  const mark = (isDone: boolean, otherwise = no) => (isDone ? `y${words("grid.taken")}` : otherwise)
  return {
    id: student.enrolmentId,
    name: student.displayName,
    remarks: remarksOf(row, facts),
    hasLeft: student.hasLeft,
    cells: [
      ...(hasStance ? [mark(done.stance)] : []),
      readCell(row, grid, words) ?? no,
      quizCell(row, grid, words) ?? no,
      ...(hasPrompts ? [row.hidesWriting ? unnamed : (postsCell(row, words) ?? no)] : []),
      ...(hasStance && hasPrompts ? [mark(student.stanceAfterReading)] : []),
      ...(hasStance ? [mark(done.reflect, row.hidesWriting ? unnamed : no)] : []),
    ],
  }
}

function remarksOf({ student }: GridRow, { words, ownDue }: GridRowFacts): string[] {
  const times = student.timeMultiplier
  return [
    times === 2 && words("grid.doubleTime"),
    times !== 1 && times !== 2 && words("grid.timeMultiplier", { times }),
    student.ownDueAt && words("grid.until", { when: ownDue(student.ownDueAt) }),
    student.excused && words("grid.excused"),
    student.hasLeft && words("grid.left"),
  ].filter((remark) => typeof remark === "string")
}

function readCell({ student, done }: GridRow, { sentenceCount }: Grid, words: Words): string | null {
  const { sentencesRead, readingStarted } = student
  if (done.read) return `f${words("grid.finishedReading")}`
  if (!readingStarted) return null
  return `r${sentencesRead}\n${words("grid.sentences", { read: sentencesRead, total: sentenceCount })}`
}

function quizCell({ quiz, student }: GridRow, { pointsPossible }: Grid, words: Words): string | null {
  if (quiz.state === "none") return null
  if (quiz.state === "open") return `o${words("grid.answersSoFar", { count: quiz.answered })}`
  const points = displayPoints(quiz.score)
  const said = words("grid.score", { score: points, possible: pointsPossible })
  return `s${points}\n${said}\n${attemptRemarks(student.attempt, words)}`
}

/** Several attempts, and what was taken off. */
function attemptRemarks(attempt: GridRow["student"]["attempt"], words: Words): string {
  const count = attempt?.lines.length ?? 0
  const percent = attempt?.latePercent ?? 0
  return [
    count > 1 && words("grid.attempts", { count }),
    percent > 0 && words("grid.percentOff", { percent }),
  ]
    .filter((remark) => remark !== false)
    .join(", ")
}

function postsCell({ student }: GridRow, words: Words): string | null {
  const { posts, replies, citations, restatements } = student
  if (posts + replies === 0) return null
  const more = [
    replies > 0 && words("grid.replies", { count: replies }),
    citations > 0 && words("grid.cited", { count: citations }),
    restatements > 0 && words("grid.restated", { count: restatements }),
  ].filter((one) => one !== false)
  return `p${words("grid.posts", { count: posts })}\n${more.join(", ")}`
}
