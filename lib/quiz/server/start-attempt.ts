import "server-only"
import { randomInt } from "node:crypto"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, type Refusal, refuse } from "@/lib/access/refusal"
import { newId } from "@/lib/platform/ids"
import { decideStart } from "@/lib/quiz/decide-start"
import { closesItself } from "@/lib/quiz/decide-submit"
import { drawItems } from "@/lib/quiz/draw-items"
import { attemptDeadline } from "@/lib/quiz/own-deadline"
import { decideRelease } from "@/lib/quiz/release"
import { closeIfOverdue } from "@/lib/quiz/server/close-overdue-attempts"
import { rememberPins } from "@/lib/quiz/server/item-cache"
import { insertAttempt, loadStartFacts, type StartRow } from "@/lib/quiz/server/start-store"

/** What applies to one student: the rule is the lesson room's, and handed in by the door. */
export type OwnTermsRule = (
  terms: { dueAt: Date; closesAt: Date; timeLimitMinutes: number | null; attemptsAllowed: number },
  accommodation: {
    timeMultiplier: number
    extraMinutes: number
    noTimeLimit: boolean
    extraAttempts: number
    extraDays: number
    timeZone: string
  } | null,
  exception: { dueAt: Date | null; closesAt: Date | null; extraMinutes: number; excused: boolean } | null,
) => { dueAt: Date; closesAt: Date; timeLimitMinutes: number | null; attemptsAllowed: number }

export type StartCall = {
  tokenHash: Buffer
  assignmentId: string
  now: Date
  ownTerms: OwnTermsRule
}

export type StartedAttempt = { attemptId: string; deadlineAt: string | null }

/**
 * Begins an attempt, or answers with the one that is open: a second press, another tab and another device go on with
 * the same. Two trips: the facts, then one statement that inserts attempt, items with their seeds, and event.
 */
export async function startAttempt(call: StartCall): Promise<Decision<StartedAttempt>> {
  const facts = await loadStartFacts(call.tokenHash, call.assignmentId)
  const refusal = accessRefusal(facts)
  if (refusal) return { ok: false, refusal }
  if (!facts?.lesson) return refuse("missing", "quiz.noSuchAssignment")
  if (facts.openAttemptId && !isOver(facts, call.now))
    return allow(started(facts.openAttemptId, facts.openDeadlineAt))
  if (facts.openAttemptId) {
    await closeIfOverdue(facts.openAttemptId, call.now)
    return startAttempt(call)
  }
  return begin(facts, call)
}

const isOver = ({ openDeadlineAt: deadlineAt, openGraceMinutes }: StartRow, now: Date): boolean =>
  closesItself({ state: "open", deadlineAt, graceMinutes: openGraceMinutes ?? 0 }, now)

const started = (attemptId: string, deadlineAt: Date | null): StartedAttempt => ({
  attemptId,
  deadlineAt: deadlineAt?.toISOString() ?? null,
})

function accessRefusal(facts: StartRow | null): Refusal | null {
  if (!facts) return { kind: "unauthenticated", code: "common.signedOut" }
  if (!facts.classRole) return { kind: "missing", code: "quiz.noSuchAssignment" }
  if (can(facts, "attempt.take", { classRole: facts.classRole })) return null
  return { kind: "forbidden", code: facts.mustChangePassword ? "quiz.passwordFirst" : "quiz.studentsOnly" }
}

/** What a seed's column holds. */
const MOST_SEED = 2_147_483_647

async function begin(facts: StartRow, call: StartCall): Promise<Decision<StartedAttempt>> {
  const { lesson, items, enrolmentId } = facts
  if (!lesson || !enrolmentId || items.length === 0) return refuse("missing", "quiz.noItems")
  const own = call.ownTerms(lesson, facts.accommodation, facts.exception)
  const attemptsLeft = own.attemptsAllowed - facts.attempts
  const release = {
    ...lesson,
    ...own,
    submittedAttempts: facts.attempts,
    hasOpenAttempt: false,
    attemptsLeft,
  }
  const resultsReleased = decideRelease(release, call.now).released
  const { lastSubmittedAt } = facts
  const window = { ...lesson, closesAt: own.closesAt, attemptsLeft, resultsReleased, lastSubmittedAt }
  const decision = decideStart(window, call.now)
  if (!decision.ok) return decision
  const seed = randomInt(1, MOST_SEED)
  const attempt = {
    id: newId(),
    assignmentId: call.assignmentId,
    enrolmentId,
    number: facts.attempts + 1,
    startedAt: call.now,
    deadlineAt: attemptDeadline(call.now, own.timeLimitMinutes, own.closesAt),
    graceMinutes: lesson.graceMinutes,
    actorId: facts.userId,
    classId: lesson.classId,
    seed,
    pins: drawItems(items, { ...lesson, seed }),
  }
  // Somebody was quicker: the other press of the same button.
  if (!(await insertAttempt(attempt))) return startAttempt(call)
  rememberPins(attempt.id, { pins: attempt.pins, revisionId: lesson.revisionId })
  return allow(started(attempt.id, attempt.deadlineAt))
}
