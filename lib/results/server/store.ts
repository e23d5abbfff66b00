import "server-only"
import { cache } from "react"
import type { PostNames } from "@/lib/discussion/names/names-shown"
import { pool } from "@/lib/platform/database"
import { isKeyed } from "@/lib/quiz/authored-item"
import type { Confidence } from "@/lib/quiz/confidence"
import { keyEvidence, NO_EVIDENCE } from "@/lib/quiz/evidence"
import { type ItemKey, type KeyContent, openKey } from "@/lib/quiz/item-key"
import { itemTypeOf } from "@/lib/quiz/item-types"
import { isQuestion } from "@/lib/quiz/question"
import type { ReleasePolicy } from "@/lib/quiz/release"
import { heldKey } from "@/lib/quiz/server/key-store"
import { NOTHING_TOLD } from "@/lib/quiz/told"
import { type ChoiceFacts, chooseAttempt, type StoredAttempt } from "@/lib/results/choose-attempt"
import { findingOf } from "@/lib/results/finding-of"
import type { GradableAnswer } from "@/lib/results/grading/build-grading"
import type { GradeDraft, GradeReply, GradingRules } from "@/lib/results/grading/grading-facts"
import { groupBy } from "@/lib/results/group-by"
import type { HardPlaces } from "@/lib/results/misread/build-misread"
import type {
  AnswerFacts,
  AppealFacts,
  ItemFacts,
  ItemKeyFacts,
  StudentFacts,
} from "@/lib/results/results-facts"
import {
  draftOf,
  type GradedRow,
  gradedFactsOf,
  replyOf,
  type StoredDraft,
  type StoredReply,
} from "@/lib/results/server/graded-facts"
import { CONSIDERED_AND_WRITTEN, RESULTS } from "@/lib/results/server/results-statement"

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

export type StudentAnswer = AnswerFacts & GradableAnswer

type Moments = "stanceBefore" | "stanceAfterReading" | "stanceAfterDiscussion"

type StudentRow = Omit<StudentFacts, Moments | "attempt" | "late" | "ownDueAt" | "nudgedAt"> & {
  nudgedAt: string | null
  late: { attemptId: string; answers: number; lastAt: string } | null
  ownDueAt: string | null
  attempts: (Omit<StoredAttempt, "submittedAt"> & { submittedAt: string | null })[]
  momentsGiven: string[]
}

type AnswerRow = GradedRow & {
  enrolmentId: string
  attemptId: string
  itemId: string
  value: unknown
  confidence: Confidence | null
}

/** A row of the statement. Moments within it are text, as JSON has them. */
export type RawResults = ResultsAssignment & {
  classRole: ResultsRow["classRole"]
  items: (Omit<StoredItem, "key"> & { key: KeyContent | null })[]
  students: StudentRow[]
  answers: AnswerRow[]
  appeals: AppealRow[]
  grading: (Omit<GradingRules, "releasedAt"> & { releasedAt: string | null }) | null
  drafts: StoredDraft[]
  gradeReplies: StoredReply[]
} & HardPlaces

type AppealRow = Omit<AppealFacts, "createdAt" | "decidedAt"> & {
  createdAt: string
  decidedAt: string | null
}

/**
 * Everything results are made of; keys held so that they cannot be written out. Null: no such assignment, or not in a
 * class of this user. One trip a request, however many ask.
 */
export const loadResultsRow = cache(
  async (userId: string, assignmentId: string): Promise<ResultsRow | null> => {
    const statement = {
      name: "results",
      text: CONSIDERED_AND_WRITTEN + RESULTS,
      values: [userId, assignmentId],
    }
    const row = (await pool().query<RawResults>(statement)).rows[0]
    return row ? resultsRowOf(row, userId) : null
  },
)

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
  const seen = { ...grading, viewerId }
  const considered = answers.map((answer) => answerFactsOf(answer, byId.get(answer.itemId), seen))
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

/**
 * An answer to an item that the lesson no longer has is a blank one. Its fields are named one by one: spread together, the
 * thousands of a class cost more than everything else that is done with them.
 */
function answerFactsOf(
  row: AnswerRow,
  item: StoredItem | undefined,
  seen: { asksSecond: boolean; viewerId: string },
): ResultsRow["answers"][number] {
  const type = item && itemTypeOf(item.type)
  const key = item?.key ? openKey(item.key, "authoring").key : null
  const { optionIds, text, sentenceIds } = type?.told(item?.content, row.value) ?? NOTHING_TOLD
  const { answerRight, evidenceRight } = findingOf(row.finding)
  const { saveNumber, numerator, denominator, given, second, standing, awaitsMine } = gradedFactsOf(row, seen)
  return {
    enrolmentId: row.enrolmentId,
    attemptId: row.attemptId,
    itemId: row.itemId,
    confidence: row.confidence,
    answerRight,
    evidenceRight,
    saveNumber,
    numerator,
    denominator,
    given,
    second,
    standing,
    awaitsMine,
    optionIds,
    text,
    sentenceIds,
    parts: type?.parts(item?.content, row.value, key) ?? [],
  }
}
