import type { Fraction } from "@/lib/quiz/fraction"
import type { Gradebook } from "./build-gradebook"
import type { Score, Standing } from "./cell-standing"
import type { PersonFacts, WorkFacts } from "./gradebook-facts"
import { type SkillLine, skillsOverTime } from "./skills-over-time"
import type { Total } from "./total-of"

/** What is known of one student beyond the cells: all of it by assignment. */
export type StudentDetails = {
  steps: ReadonlyMap<string, StepsFacts>
  answers: readonly DetailAnswer[]
  history: readonly (OverrideEntry & { assignmentId: string })[]
  terms: ReadonlyMap<string, OwnTermsFacts>
}

/** Steps as done or not: never what a stance says, and of writing only how often. Null: the lesson has no such step. */
export type StepsFacts = {
  stance: boolean | null
  read: "no" | "begun" | "done"
  discuss: boolean | null
  reflect: boolean | null
  /** Who wrote what is kept from this reader, who gets no numbers and neither of the two steps before. */
  hidesWriting: boolean
  posts: number
  replies: number
  citations: number
  restatements: number
}

export type DetailAnswer = {
  assignmentId: string
  /** Of the attempt. */
  number: number
  /** Of the item, from 1. */
  position: number
  skills: readonly string[]
  /** Share of the item's points; null: blank, or not scored. */
  share: Fraction | null
  /** A teacher's words on it. */
  comment: string | null
}

/** A row of the history of a score that was set by hand. `to` null: what was set was taken back. */
export type OverrideEntry = {
  id: string
  at: Date
  by: string
  reason: string
  reasonShown: boolean
  from: Score | null
  to: Score | null
}

export type OwnTermsFacts = { dueAt: Date; excuseReason: string | null }

export type ReportWork = {
  work: WorkFacts
  standing: Standing
  /** Left out of its category as one of the lowest. */
  isDropped: boolean
  dueAt: Date
  excuseReason: string | null
  steps: StepsFacts | null
  comments: { position: number; text: string }[]
  /** Newest first. */
  history: OverrideEntry[]
}

/** One student over all assignments: what the page shows, what is printed and what goes into files. */
export type StudentReport = {
  person: PersonFacts
  total: Total
  categories: Gradebook["categories"]
  works: ReportWork[]
  counts: { done: number; missing: number; excused: number; ahead: number }
  skills: SkillLine[]
}

/** Null: there is no such student in this gradebook. */
export function buildStudentReport(
  book: Gradebook,
  enrolmentId: string,
  details: StudentDetails,
): StudentReport | null {
  const row = book.rows.find(({ person }) => person.enrolmentId === enrolmentId)
  if (!row) return null
  const works = book.works.flatMap((work, at): ReportWork[] => {
    const standing = row.cells[at]
    return standing
      ? [reportWork({ work, standing, details, isDropped: row.total.dropped.includes(at) })]
      : []
  })
  const shown = works.flatMap(({ work, standing }) => shownAnswers(work, standing, details))
  const scored = shown.flatMap(({ assignmentId, skills, share }) =>
    share ? [{ assignmentId, skills, share }] : [],
  )
  return {
    person: row.person,
    total: row.total,
    categories: book.categories,
    works,
    counts: countsOf(works),
    skills: skillsOverTime(
      scored,
      works.map(({ work }) => work.assignmentId),
    ),
  }
}

type WorkCall = { work: WorkFacts; standing: Standing; details: StudentDetails; isDropped: boolean }

function reportWork({ work, standing, details, isDropped }: WorkCall): ReportWork {
  const { assignmentId } = work
  const terms = details.terms.get(assignmentId)
  return {
    work,
    standing,
    isDropped,
    dueAt: terms?.dueAt ?? work.dueAt,
    excuseReason: terms?.excuseReason ?? null,
    steps: details.steps.get(assignmentId) ?? null,
    comments: shownAnswers(work, standing, details).flatMap(({ position, comment }) =>
      comment?.trim() ? [{ position, text: comment }] : [],
    ),
    history: details.history.filter((entry) => entry.assignmentId === assignmentId),
  }
}

const shownAnswers = ({ assignmentId }: WorkFacts, { shownNumber }: Standing, { answers }: StudentDetails) =>
  answers.filter((answer) => answer.assignmentId === assignmentId && answer.number === shownNumber)

function countsOf(works: readonly ReportWork[]): StudentReport["counts"] {
  const count = (...kinds: Standing["kind"][]) =>
    works.filter(({ standing }) => kinds.includes(standing.kind)).length
  return {
    done: count("scored", "waiting", "handedIn"),
    missing: count("missing"),
    excused: count("excused"),
    ahead: count("notOpen", "notStarted", "underWay"),
  }
}
