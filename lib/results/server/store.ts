import "server-only"
import type { PostNames } from "@/lib/discussion/names/names-shown"
import { isKeyed } from "@/lib/quiz/authored-item"
import { keyEvidence, NO_EVIDENCE } from "@/lib/quiz/evidence"
import { type ItemKey, type KeyContent, openKey } from "@/lib/quiz/item-key"
import { itemTypeOf } from "@/lib/quiz/item-types"
import { isQuestion } from "@/lib/quiz/question"
import type { ReleasePolicy } from "@/lib/quiz/release"
import { heldKey } from "@/lib/quiz/server/key-store"
import { type ChoiceFacts, chooseAttempt, type StoredAttempt } from "@/lib/results/choose-attempt"
import type { GradeDraft, GradeReply, GradingRules } from "@/lib/results/grading/grading-facts"
import { groupBy } from "@/lib/results/group-by"
import type { HardPlaces } from "@/lib/results/misread/build-misread"
import type { AppealFacts, ItemFacts, ItemKeyFacts, StudentFacts } from "@/lib/results/results-facts"
import { readAnswers, type StudentAnswer } from "@/lib/results/server/answer-rows"
import { draftOf, replyOf, type StoredDraft, type StoredReply } from "@/lib/results/server/graded-facts"

/** The assignment whose results are looked at. Dates are the class's. */
export type ResultsAssignment = {
  assignmentId: string
  classId: string
  className: string
  /** The class in addresses. */
  classPublicId: string
  title: string
  lessonVersionId: string
  revisionId: string
  stanceStatement: string | null
  promptCount: number
  opensAt: Date
  dueAt: Date
  closesAt: Date
  releasePolicy: ReleasePolicy
  releasedAt: Date | null
  postNames: PostNames
  archivedAt: Date | null
  teacherStarts: boolean
  quizStartedAt: Date | null
  countedAttempt: "newest" | "best" | "mean"
  latePercentPerDay: number
  latePercentMost: number
  asksConfidence: boolean
  /** See PULSE. */
  pulse: string
}

export type StoredItem = Omit<ItemFacts, "key" | "isKeyed" | "options"> & {
  itemVersionId: string
  content: unknown
  key: ItemKey | null
}

export type ResultsRow = {
  assignment: ResultsAssignment
  classRole: "student" | "assistant" | "teacher"
  items: StoredItem[]
  students: StudentFacts[]
  /** Of the attempt of each student that is shown. */
  answers: StudentAnswer[]
  /** Of every attempt that may count: what has to be graded. */
  considered: StudentAnswer[]
  appeals: AppealFacts[]
  grading: GradingRules
  /** Grades that the viewer has begun, and nobody else's. */
  drafts: GradeDraft[]
  gradeReplies: GradeReply[]
  hardPlaces: HardPlaces
}

type Moments = "stanceBefore" | "stanceAfterReading" | "stanceAfterDiscussion"

type StudentRow = Omit<StudentFacts, Moments | "attempt" | "late" | "ownDueAt" | "nudgedAt"> & {
  nudgedAt: string | null
  late: { attemptId: string; answers: number; lastAt: string } | null
  ownDueAt: string | null
  attempts: (Omit<StoredAttempt, "submittedAt"> & { submittedAt: string | null })[]
  momentsGiven: string[]
}

/** A row of the statement. Moments within it are text, as JSON has them. */
export type RawResults = ResultsAssignment & {
  classRole: ResultsRow["classRole"]
  items: (Omit<StoredItem, "key"> & { key: KeyContent | null })[]
  students: StudentRow[]
  /** Still text: see `readAnswers`. */
  answers: string
  appeals: AppealRow[]
  grading: (Omit<GradingRules, "releasedAt"> & { releasedAt: string | null }) | null
  drafts: StoredDraft[]
  gradeReplies: StoredReply[]
} & HardPlaces

type AppealRow = Omit<AppealFacts, "createdAt" | "decidedAt"> & {
  createdAt: string
  decidedAt: string | null
}

/** As a viewer may know it: of two graders, the second does not see what the first gave. */
export function resultsRowOf(row: RawResults, viewerId: string): ResultsRow {
  const {
    classRole,
    items: stored,
    students,
    answers,
    appeals,
    drafts,
    gradeReplies,
    unclear,
    lookups,
    ...rest
  } = row
  const { grading: rules, ...assignment } = rest
  const grading = rulesOf(rules)
  // A note is nobody's to answer: results, their files and their analysis never hear of one.
  const items = stored
    .filter(isQuestion)
    .map((item, at) => ({ ...item, position: at + 1, key: item.key && heldKey(item.key) }))
  const byId = new Map(items.map((item) => [item.itemId, item]))
  const considered = readAnswers(answers, { items: byId, asksSecond: grading.asksSecond, viewerId })
  const answersOf = groupBy(considered, ({ enrolmentId }) => enrolmentId)
  const keyed = items.map((item) => ({ ...item, isKeyed: isKeyed(item.level) }))
  const chosen = students.map((student) =>
    studentOf(student, { items: keyed, answers: answersOf.get(student.enrolmentId) ?? [], assignment }),
  )
  const shown = new Set(chosen.flatMap(({ attempt }) => attempt?.id ?? []))
  return {
    assignment,
    classRole,
    items,
    students: chosen,
    answers: considered.filter(({ attemptId }) => shown.has(attemptId)),
    considered,
    appeals: appeals.map(appealOf),
    grading,
    drafts: drafts.map(draftOf),
    gradeReplies: gradeReplies.map(replyOf),
    hardPlaces: { unclear, lookups },
  }
}

/** An item with what is right: for staff's pages, behind `results.see`. */
export const itemFactsOf = (item: StoredItem): ItemFacts => {
  const { itemVersionId: _, content, key, ...facts } = item
  const type = itemTypeOf(item.type)
  const options = type.options(content).map(({ id, text }) => ({ id, text }))
  return { ...facts, options, isKeyed: isKeyed(item.level), key: key && keyFactsOf(item, key) }
}

function keyFactsOf({ type, content }: StoredItem, held: ItemKey): ItemKeyFacts {
  const { key } = openKey(held, "authoring")
  const proof = keyEvidence.safeParse(key).data?.evidence ?? NO_EVIDENCE
  return { ...itemTypeOf(type).toldKey(content, key), sentenceIds: proof.sentenceIds }
}

type Choice = Pick<ChoiceFacts, "items" | "answers"> & { assignment: ResultsAssignment }

function studentOf(row: StudentRow, { items, answers, assignment }: Choice): StudentFacts {
  const { attempts, late, momentsGiven, nudgedAt, ...facts } = row
  const stored = attempts.map((one) => ({
    ...one,
    submittedAt: one.submittedAt ? new Date(one.submittedAt) : null,
  }))
  const ownDueAt = row.ownDueAt ? new Date(row.ownDueAt) : null
  const dueAt = ownDueAt ?? assignment.dueAt
  return {
    ...facts,
    ownDueAt,
    nudgedAt: nudgedAt ? new Date(nudgedAt) : null,
    late: late && { ...late, lastAt: new Date(late.lastAt) },
    attempt: chooseAttempt(stored, { items, answers, policy: assignment, dueAt }),
    stanceBefore: momentsGiven.includes("before_reading"),
    stanceAfterReading: momentsGiven.includes("after_reading"),
    stanceAfterDiscussion: momentsGiven.includes("after_discussion"),
  }
}

const appealOf = ({ createdAt, decidedAt, ...appeal }: AppealRow): AppealFacts => ({
  ...appeal,
  createdAt: new Date(createdAt),
  decidedAt: decidedAt ? new Date(decidedAt) : null,
})

const rulesOf = (rules: RawResults["grading"]): GradingRules => ({
  asksSecond: rules?.asksSecond ?? false,
  holds: rules?.holds ?? false,
  releasedAt: rules?.releasedAt ? new Date(rules.releasedAt) : null,
})
