import "server-only"
import { validate } from "uuid"
import type { SchoolRole, Viewer } from "@/lib/access/viewer"
import type { PostNames } from "@/lib/discussion/names/names-shown"
import {
  FACT_COLUMNS,
  FACT_JOINS,
  type FactRow,
  factsOf,
  receiptOf,
  type TermsReceipt,
  termsOf,
} from "@/lib/lesson/server/step-facts"
import { buildSteps, type StepFacts, type StepView, type WindowState, windowState } from "@/lib/lesson/steps"
import { pool } from "@/lib/platform/database"
import type { CountingPolicy } from "@/lib/quiz/counted-attempt"
import { nextAttemptFrom } from "@/lib/quiz/decide-start"
import type { ReleasePolicy } from "@/lib/quiz/release"

/** One assignment as the viewer meets it. Dates, time and attempts are the viewer's own. */
export type VisitedAssignment = {
  id: string
  title: string
  classId: string
  className: string
  opensAt: Date
  dueAt: Date
  closesAt: Date
  /** The class's due date, for "one day more than the class". */
  classDueAt: Date
  timeLimitMinutes: number | null
  attemptsAllowed: number
  attemptsUsed: number
  /** From when the next attempt may begin, where the last one has to rest first. */
  nextAttemptFrom: Date | null
  graceMinutes: number
  coolDownMinutes: number
  itemOrder: "free" | "one_way"
  counting: CountingPolicy
  asksConfidence: boolean
  /** What the viewer's own terms are made of. */
  receipt: TermsReceipt
  /** Granted to the viewer: questions can be read out; text begins larger. */
  readAloud: boolean
  largerType: boolean
  excused: boolean
  releasePolicy: ReleasePolicy
  releasedAt: Date | null
  postNames: PostNames
  lessonVersionId: string
  revisionId: string
  stanceStatement: string | null
  /** Where reading stopped. */
  placeSentenceId: string | null
  window: WindowState
}

/** The name under which a visit is handed from the front server to the page: see lib/platform/telemetry/request-context. */
export const visitName = (assignmentId: string): string => `visit of ${assignmentId}`

export type AssignmentVisit = {
  viewer: Viewer
  assignment: VisitedAssignment
  enrolment: { id: string; role: "student" | "assistant" | "teacher" }
  facts: StepFacts
  /** A student's steps; for staff of the class what a student who has done nothing would see. */
  steps: StepView[]
}

type VisitRow = FactRow & {
  sessionId: string
  userId: string
  userRole: SchoolRole
  displayName: string
  userName: string
  demonstration: boolean
  schoolName: string
  timeZone: string
  locale: string
  enrolmentId: string
  classRole: "student" | "assistant" | "teacher"
  classId: string
  className: string
}

// Somebody whose password was handed out sees nothing before choosing their own, so finds no row here either.
const VISIT = `
  SELECT s.id AS "sessionId", u.id AS "userId", u.role AS "userRole", u."displayName", u."userName",
         u.demonstration, sc.name AS "schoolName", sc."timeZone", sc.locale,
         e.id AS "enrolmentId", e.role AS "classRole", c.id AS "classId", c.name AS "className",
         ${FACT_COLUMNS}
  FROM "Session" s
  JOIN "User" u ON u.id = s."userId" AND u."disabledAt" IS NULL AND NOT u."mustChangePassword"
  CROSS JOIN "School" sc
  JOIN "Assignment" a ON a.id = $2
  JOIN "Class" c ON c.id = a."classId"
  JOIN "Enrolment" e ON e."classId" = a."classId" AND e."userId" = u.id
       AND e.state = 'active' AND e."leftAt" IS NULL
  ${FACT_JOINS}
  WHERE s."tokenHash" = $1 AND s."expiresAt" > now() AND (a."archivedAt" IS NULL OR e.role <> 'student')`

/**
 * Session, enrolment, assignment and the facts of its steps in one statement, for whoever holds the token hash in hand. Null when
 * nobody is signed in with it, the assignment does not exist, or they are not (or no longer) in its class.
 */
export async function visitByToken(
  tokenHash: Buffer,
  assignmentId: string,
  at: Date,
): Promise<AssignmentVisit | null> {
  if (!validate(assignmentId)) return null
  const statement = { name: "assignment-visit", text: VISIT, values: [tokenHash, assignmentId] }
  const row = (await pool().query<VisitRow>(statement)).rows[0]
  return row ? visitOf(row, at) : null
}

function visitOf(row: VisitRow, at: Date): AssignmentVisit {
  const terms = termsOf(row)
  const facts = factsOf(row, terms)
  return {
    viewer: viewerOf(row),
    assignment: {
      id: row.assignmentId,
      title: row.title,
      classId: row.classId,
      className: row.className,
      opensAt: row.opensAt,
      dueAt: terms.dueAt,
      closesAt: terms.closesAt,
      classDueAt: row.dueAt,
      timeLimitMinutes: terms.timeLimitMinutes,
      attemptsAllowed: terms.attemptsAllowed,
      attemptsUsed: row.attemptsUsed,
      nextAttemptFrom: nextAttemptFrom(row),
      graceMinutes: row.graceMinutes,
      coolDownMinutes: row.coolDownMinutes,
      itemOrder: row.itemOrder,
      counting: {
        countedAttempt: row.countedAttempt,
        latePercentPerDay: row.latePercentPerDay,
        latePercentMost: row.latePercentMost,
      },
      asksConfidence: row.asksConfidence,
      receipt: receiptOf(row, terms),
      readAloud: row.readAloud,
      largerType: row.largerType,
      excused: terms.excused,
      releasePolicy: row.releasePolicy,
      releasedAt: row.releasedAt,
      postNames: row.postNames,
      lessonVersionId: row.lessonVersionId,
      revisionId: row.revisionId,
      stanceStatement: row.stanceStatement,
      placeSentenceId: row.placeSentenceId,
      window: windowState(facts, at),
    },
    enrolment: { id: row.enrolmentId, role: row.classRole },
    facts,
    steps: buildSteps(facts, at),
  }
}

function viewerOf(row: VisitRow): Viewer {
  return {
    userId: row.userId,
    sessionId: row.sessionId,
    role: row.userRole,
    displayName: row.displayName,
    userName: row.userName,
    mustChangePassword: false,
    demonstration: row.demonstration,
    school: { name: row.schoolName, timeZone: row.timeZone, locale: row.locale },
  }
}
