import "server-only"
import { validate } from "uuid"
import type { PostNames } from "@/lib/discussion/names/names-shown"
import { pool } from "@/lib/platform/database"
import { itemTypeNames, itemTypeOf } from "@/lib/quiz/item-types"
import type { AttemptRow, ExceptionRow, PointsRow, WaitingRow } from "@/lib/results/gradebook/cells-from-rows"
import type { CategoryFacts, MissingCounts, WorkFacts } from "@/lib/results/gradebook/gradebook-facts"
import { type GradebookScope, gradebookStatement } from "@/lib/results/server/gradebook-statement"

/** As the statement tells it; moments inside lists are text. */
export type GradebookRows = {
  classId: string
  publicId: string
  name: string
  archived: boolean
  role: "student" | "assistant" | "teacher"
  version: number
  lateWord: string | null
  excusedWord: string | null
  missingWord: string | null
  missingCounts: MissingCounts
  categories: CategoryFacts[]
  works: WorkRow[]
  people: PersonRow[]
  items: { work: number; points: number; poolId: string | null; draw: number | null }[]
  attempts: AttemptRow[]
  points: PointsRow[]
  waiting: WaitingRow[]
  exceptions: ExceptionRow[]
  begun: [number, number][]
  overrides: [number, number, number, number, number][]
  /** The viewer's classes, for the rail. */
  rail: RailClass[]
}

type Moments = "opensAt" | "dueAt" | "closesAt" | "releasedAt"
type WorkRow = Omit<WorkFacts, Moments | "possible"> & {
  opensAt: string
  dueAt: string
  closesAt: string
  releasedAt: string | null
}
type PersonRow = {
  enrolmentId: string
  displayName: string
  userName: string
  hasLeft: boolean
  extraDays: number
}
export type RailClass = {
  publicId: string
  name: string
  role: GradebookRows["role"]
  archived: boolean
  students: number
}

/** Of one student, on top. */
export type StudentRows = GradebookRows & {
  steps: StepRow[]
  answers: AnswerRow[]
  history: HistoryRow[]
}

export type StepRow = {
  work: number
  postNames: PostNames
  hasStance: boolean
  promptCount: number
  momentsGiven: string[]
  readingStarted: boolean
  readingFinished: boolean
  posts: number
  replies: number
  citations: number
  restatements: number
}

export type AnswerRow = {
  work: number
  /** Of the attempt. */
  number: number
  position: number
  skills: string[]
  credited: boolean
  numerator: number | null
  denominator: number | null
  answered: boolean
  comment: string | null
}

type ScoreRow = [numerator: number | null, denominator: number | null, possible: number | null]

export type HistoryRow = {
  id: string
  work: number
  at: string
  by: string | null
  reason: string
  reasonShown: boolean
  from: ScoreRow
  to: ScoreRow
}

const BY_HAND = itemTypeNames.filter((name) => itemTypeOf(name).isGradedByHand)

const TEXT: Record<GradebookScope, string> = {
  class: gradebookStatement("class"),
  student: gradebookStatement("student"),
  cell: gradebookStatement("cell"),
}

/** A class by its public id or its id, as whoever is in it now may know it; null for everybody else. One trip. */
export const findGradebook = (userId: string, reference: string): Promise<GradebookRows | null> =>
  find<GradebookRows>("class", userId, [reference])

/** The same of one student, with all that is known of them. */
export const findStudentRows = (
  userId: string,
  reference: string,
  enrolmentId: string,
): Promise<StudentRows | null> => find<StudentRows>("student", userId, [reference, enrolmentId])

/** The same of one student in one assignment. */
export const findCellRows = (
  userId: string,
  { classId, enrolmentId, assignmentId }: { classId: string; enrolmentId: string; assignmentId: string },
): Promise<StudentRows | null> => find<StudentRows>("cell", userId, [classId, enrolmentId, assignmentId])

async function find<T extends GradebookRows>(
  scope: GradebookScope,
  userId: string,
  [reference = "", ...ids]: string[],
): Promise<T | null> {
  if (!ids.every((id) => validate(id))) return null
  const which = [reference.toLowerCase(), validate(reference) ? reference : null]
  const values = [userId, ...which, BY_HAND, ...ids]
  const statement = { name: `gradebook-${scope}`, text: TEXT[scope], values }
  return (await pool().query<T>(statement)).rows[0] ?? null
}
