import "server-only"
import type { PostNames } from "@/lib/discussion/names/names-shown"
import { ownPostCount } from "@/lib/discussion/server/alias-store"
import { momentsGiven } from "@/lib/discussion/server/stance-store"
import { type ExceptionFacts, type OwnTerms, ownTerms } from "@/lib/lesson/own-terms"
import type { AttemptFacts, StepFacts } from "@/lib/lesson/steps"
import type { CountingPolicy } from "@/lib/quiz/counted-attempt"
import { waitsForTeacher } from "@/lib/quiz/decide-start"
import { asksSomething } from "@/lib/quiz/question"
import type { ReleasePolicy } from "@/lib/quiz/release"
import { type TimeSum, timeSum } from "@/lib/quiz/time-sum"

/**
 * The facts of one student's way through one assignment, as columns and joins over the aliases `a` (Assignment) and
 * `e` (Enrolment). Used by the visit (one assignment) and by home (all of them), so that both build the same steps.
 */
export const FACT_COLUMNS = `
  a.id AS "assignmentId", a."opensAt", a."dueAt", a."closesAt", a."timeLimitMinutes", a."attemptsAllowed",
  a."graceMinutes", a."coolDownMinutes", a."teacherStarts", a."quizStartedAt", a."itemOrder", a."asksConfidence",
  a."countedAttempt", a."latePercentPerDay", a."latePercentMost", a."releasePolicy", a."releasedAt", a."postNames", a."lessonVersionId",
  lv.title, lv."stanceStatement", lv."revisionId",
  r."wordCount",
  (SELECT count(*)::int FROM "RevisionSentence" rs WHERE rs."revisionId" = lv."revisionId") AS "sentenceCount",
  (SELECT count(*) FILTER (WHERE lvi."poolId" IS NULL AND ${asksSomething("liv")})
      + coalesce((SELECT sum(ip.draw) FROM "ItemPool" ip WHERE ip."lessonVersionId" = lv.id), 0)
    FROM "LessonVersionItem" lvi JOIN "ItemVersion" liv ON liv.id = lvi."itemVersionId"
    WHERE lvi."lessonVersionId" = lv.id)::int AS "itemCount",
  (SELECT count(*)::int FROM "Prompt" p WHERE p."lessonVersionId" = lv.id) AS "promptCount",
  coalesce(rp."sentencesRead", 0) AS "sentencesRead",
  rp."assignmentId" IS NOT NULL AS "readingStarted",
  rp."finishedAt" IS NOT NULL AS "readingFinished",
  rp."sentenceId" AS "placeSentenceId",
  at.id AS "attemptId", at.number AS "attemptNumber", at.state AS "attemptState", at."deadlineAt", at."graceMinutes" AS "attemptGrace",
  (SELECT max(n."submittedAt") FROM "Attempt" n WHERE n."assignmentId" = a.id AND n."enrolmentId" = e.id)
    AS "lastSubmittedAt",
  (SELECT count(*)::int FROM "Attempt" n WHERE n."assignmentId" = a.id AND n."enrolmentId" = e.id)
    AS "attemptsUsed",
  ac."timeMultiplier"::float8 AS "timeMultiplier", coalesce(ac."extraMinutes", 0) AS "accommodationMinutes",
  coalesce(ac."noTimeLimit", false) AS "noTimeLimit", coalesce(ac."extraAttempts", 0) AS "extraAttempts",
  coalesce(ac."extraDays", 0) AS "extraDays", (SELECT z."timeZone" FROM "School" z) AS "schoolZone",
  coalesce(ac."readAloud", false) AS "readAloud", coalesce(ac."largerType", false) AS "largerType",
  (SELECT dr."ownPostBy" FROM "DiscussionRules" dr WHERE dr."assignmentId" = a.id) AS "ownPostBy",
  ex."dueAt" AS "ownDueAt", ex."closesAt" AS "ownClosesAt",
  coalesce(ex."extraMinutes", 0) AS "exceptionMinutes", coalesce(ex.excused, false) AS excused,
  ${momentsGiven(`e."userId"`, "a.id")} AS "stancesGiven",
  ${ownPostCount("e.id", "a.id")} AS "ownPosts"`

export const FACT_JOINS = `
  JOIN "LessonVersion" lv ON lv.id = a."lessonVersionId"
  JOIN "ReadingRevision" r ON r.id = lv."revisionId"
  LEFT JOIN "ReadingProgress" rp ON rp."assignmentId" = a.id AND rp."enrolmentId" = e.id
  LEFT JOIN "Accommodation" ac ON ac."userId" = e."userId"
  LEFT JOIN "AssignmentException" ex ON ex."assignmentId" = a.id AND ex."enrolmentId" = e.id
  LEFT JOIN LATERAL (
    SELECT t.id, t.number, t.state, t."deadlineAt", t."graceMinutes" FROM "Attempt" t
    WHERE t."assignmentId" = a.id AND t."enrolmentId" = e.id ORDER BY t.number DESC LIMIT 1) at ON true`

type Derived =
  | "hasStanceStatement"
  | "attempt"
  | "ownPostBy"
  | "quizWaits"
  | "stanceBefore"
  | "stanceAfterReading"
  | "stanceAfterDiscussion"

/** A row of FACT_COLUMNS. Dates are the class's; `own…` are those of an exception. */
export type FactRow = Omit<StepFacts, Derived> & {
  /** Moments of stance that are completed. Never what was said. */
  stancesGiven: string[]
  attemptsAllowed: number
  attemptsUsed: number
  graceMinutes: number
  coolDownMinutes: number
  teacherStarts: boolean
  quizStartedAt: Date | null
  itemOrder: "free" | "one_way"
  asksConfidence: boolean
  countedAttempt: CountingPolicy["countedAttempt"]
  latePercentPerDay: number
  latePercentMost: number
  /** When any attempt of this student was last handed in. */
  lastSubmittedAt: Date | null
  releasePolicy: ReleasePolicy
  releasedAt: Date | null
  postNames: PostNames
  lessonVersionId: string
  title: string
  stanceStatement: string | null
  revisionId: string
  placeSentenceId: string | null
  attemptId: string | null
  attemptNumber: number | null
  attemptState: "open" | "submitted" | null
  deadlineAt: Date | null
  attemptGrace: number | null
  timeMultiplier: number | null
  accommodationMinutes: number
  noTimeLimit: boolean
  extraAttempts: number
  extraDays: number
  schoolZone: string
  readAloud: boolean
  largerType: boolean
  /** The class's. */
  ownPostBy: Date | null
  ownDueAt: Date | null
  ownClosesAt: Date | null
  exceptionMinutes: number
  excused: boolean
}

/** The student's own dates, time and attempts. */
export function termsOf(row: FactRow): OwnTerms {
  const exception: ExceptionFacts = {
    dueAt: row.ownDueAt,
    closesAt: row.ownClosesAt,
    extraMinutes: row.exceptionMinutes,
    excused: row.excused,
  }
  const accommodation = {
    timeMultiplier: row.timeMultiplier ?? 1,
    extraMinutes: row.accommodationMinutes,
    noTimeLimit: row.noTimeLimit,
    extraAttempts: row.extraAttempts,
    extraDays: row.extraDays,
    timeZone: row.schoolZone,
  }
  return ownTerms(row, accommodation, exception)
}

/** The student's own date for a first post: what moves their close moves it by as much. Null where none is set. */
export const ownPostByOf = (row: FactRow, terms: OwnTerms): Date | null =>
  row.ownPostBy && new Date(row.ownPostBy.getTime() + terms.closesAt.getTime() - row.closesAt.getTime())

/** How a student's own terms come about, to be said before the quiz starts. */
export type TermsReceipt = {
  /** Null: the class has no time limit. */
  time: TimeSum | null
  classDueAt: Date
  classClosesAt: Date
  dueAt: Date
  extraAttempts: number
}

export const receiptOf = (row: FactRow, terms: OwnTerms): TermsReceipt => ({
  time: timeSum(row.timeLimitMinutes, {
    timeMultiplier: row.timeMultiplier ?? 1,
    extraMinutes: row.accommodationMinutes,
    noTimeLimit: row.noTimeLimit,
    exceptionMinutes: row.exceptionMinutes,
  }),
  classDueAt: row.dueAt,
  classClosesAt: row.closesAt,
  dueAt: terms.dueAt,
  extraAttempts: row.extraAttempts,
})

/** What `buildSteps` asks for. */
export function factsOf(row: FactRow, terms: OwnTerms): StepFacts {
  return {
    assignmentId: row.assignmentId,
    opensAt: row.opensAt,
    dueAt: terms.dueAt,
    closesAt: terms.closesAt,
    ownPostBy: ownPostByOf(row, terms),
    hasStanceStatement: row.stanceStatement !== null,
    stanceBefore: row.stancesGiven.includes("before_reading"),
    stanceAfterReading: row.stancesGiven.includes("after_reading"),
    stanceAfterDiscussion: row.stancesGiven.includes("after_discussion"),
    wordCount: row.wordCount,
    sentenceCount: row.sentenceCount,
    sentencesRead: row.sentencesRead,
    readingStarted: row.readingStarted,
    readingFinished: row.readingFinished,
    itemCount: row.itemCount,
    timeLimitMinutes: terms.timeLimitMinutes,
    quizWaits: waitsForTeacher(row),
    attempt: attemptOf(row),
    promptCount: row.promptCount,
    ownPosts: row.ownPosts,
  }
}

function attemptOf(row: FactRow): AttemptFacts | null {
  if (!row.attemptId || !row.attemptNumber || !row.attemptState) return null
  return {
    id: row.attemptId,
    number: row.attemptNumber,
    state: row.attemptState,
    deadlineAt: row.deadlineAt,
    graceMinutes: row.attemptGrace ?? 0,
  }
}
