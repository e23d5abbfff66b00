/**
 * The steps of an assignment as one student meets them: Stance, Read, Quiz, Discuss, Reflect. The stance after
 * reading is asked at the top of Discuss; Reflect is the third stance and what moved me. Pure: the facts are loaded by
 * `server/visit-by-token.ts`.
 */

export type StepName = "stance" | "read" | "quiz" | "discuss" | "reflect"

/**
 * done: finished, may be looked at again. now: the next thing to do; at most one step is.
 * later: open already, but something comes first. locked: cannot be opened yet, or no more.
 */
export type StepState = "done" | "now" | "later" | "locked"

/** Names a sentence of the lesson messages, `steps.detail.<code>`. */
export type StepDetail =
  | "taken"
  | "minutes"
  | "minutesLeft"
  | "read"
  | "submitted"
  | "running"
  | "questions"
  | "questionsMinutes"
  | "waitsForTeacher"
  | "posted"
  | "opensWhenYouPost"
  | "ownPostOver"
  | "stanceAgain"
  | "reflected"
  | "afterStance"
  | "afterReading"
  | "afterDiscussing"
  | "notOpen"
  | "closed"

export type StepView = {
  step: StepName
  state: StepState
  detailCode: StepDetail
  detailParams: Record<string, string | number>
  /** About how long what is left of it takes. */
  minutes: number
  /** What comes first, where something does. */
  lockedBy: StepDetail | null
  /** Where the step is; null while it is locked. */
  href: string | null
}

/** What is known of one student's way through one assignment. Times are this student's own. */
export type StepFacts = {
  assignmentId: string
  opensAt: Date
  dueAt: Date
  closesAt: Date
  hasStanceStatement: boolean
  /** Whether a stance row stands, "prefers not to say" included. Never what it says. */
  stanceBefore: boolean
  stanceAfterReading: boolean
  stanceAfterDiscussion: boolean
  wordCount: number
  sentenceCount: number
  sentencesRead: number
  readingStarted: boolean
  readingFinished: boolean
  itemCount: number
  /** This student's own, accommodations counted in. Null: no limit. */
  timeLimitMinutes: number | null
  /** The teacher begins the quiz, and has not. */
  quizWaits: boolean
  /** The newest attempt, where one was started. */
  attempt: AttemptFacts | null
  promptCount: number
  /** Posts of this student that stand, over all prompts. */
  ownPosts: number
  /** This student's own date for a first post at each prompt. None: until the close. */
  ownPostBy?: Date | null
}

export type AttemptFacts = {
  id: string
  number: number
  state: "open" | "submitted"
  /** Null: no deadline of its own. */
  deadlineAt: Date | null
  /** How long after it answers still arrive. */
  graceMinutes: number
}

export type WindowState = "before" | "open" | "closed"

/** A reader of school age, who reads closely: below the 200 to 240 words a minute of adults reading for themselves. */
const WORDS_PER_MINUTE = 160
const STANCE_MINUTES = 2
const REFLECT_MINUTES = 2
/** Reading what others wrote, and one post. */
const DISCUSS_MINUTES = 8
/** Where no limit says it. */
const MINUTES_PER_QUESTION = 1.5

/** Is the assignment open for this student at this moment? Open from `opensAt` up to, but not at, `closesAt`. */
export function windowState(times: Pick<StepFacts, "opensAt" | "closesAt">, now: Date): WindowState {
  if (now < times.opensAt) return "before"
  return now < times.closesAt ? "open" : "closed"
}

/** Minutes the whole text takes, at least 1. */
export const readingMinutes = (wordCount: number): number =>
  Math.max(1, Math.round(wordCount / WORDS_PER_MINUTE))

type Draft = Pick<StepView, "step" | "detailCode" | "detailParams"> & {
  done: boolean
  /** Why the step cannot be opened yet; null when it can. */
  blockedBy: StepDetail | null
}

/** The steps this assignment has, in order. Steps without matter (no items, no prompts, no statement) are left out. */
export function buildSteps(facts: StepFacts, now: Date): StepView[] {
  const window = windowState(facts, now)
  const drafts = [stanceStep, readStep, quizStep, discussStep, reflectStep].flatMap((step) =>
    step(facts, now),
  )
  const next = window === "open" ? drafts.findIndex((draft) => !draft.done && !draft.blockedBy) : -1
  return drafts.map((draft, index) => settle(draft, { facts, window, isNext: index === next }))
}

/** The step to do now, if there is one. */
export const nextStep = (steps: readonly StepView[]): StepView | null =>
  steps.find((step) => step.state === "now") ?? null

function settle(
  draft: Draft,
  { facts, window, isNext }: { facts: StepFacts; window: WindowState; isNext: boolean },
): StepView {
  const { step, detailCode, detailParams } = draft
  const href = `/a/${facts.assignmentId}/${step}`
  const view = { step, detailCode, detailParams, minutes: stepMinutes(step, facts), lockedBy: null, href }
  const locked = (code: StepDetail): StepView => ({
    ...view,
    state: "locked",
    detailCode: code,
    detailParams: {},
    href: null,
  })
  if (window === "before") return locked("notOpen")
  if (draft.done) return { ...view, state: "done" }
  if (window === "closed") return locked("closed")
  // What it will be like is worth more in a list of steps than why it is shut, which the lock says.
  if (draft.blockedBy) return { ...view, state: "locked", lockedBy: draft.blockedBy, href: null }
  return { ...view, state: isNext ? "now" : "later" }
}

/** About how many minutes a step takes, or what is left of it. */
function stepMinutes(step: StepName, facts: StepFacts): number {
  if (step === "read") return readingMinutesLeft(facts)
  if (step === "quiz") return facts.timeLimitMinutes ?? Math.ceil(facts.itemCount * MINUTES_PER_QUESTION)
  if (step === "discuss") return DISCUSS_MINUTES
  return step === "stance" ? STANCE_MINUTES : REFLECT_MINUTES
}

function readingMinutesLeft({ wordCount, sentenceCount, sentencesRead }: StepFacts): number {
  const left = sentenceCount > 0 ? 1 - sentencesRead / sentenceCount : 1
  return Math.max(1, Math.ceil(readingMinutes(wordCount) * left))
}

const minutes = (count: number): Record<string, number> => ({ minutes: count })

function stanceStep(facts: StepFacts): Draft[] {
  if (!facts.hasStanceStatement) return []
  const done = facts.stanceBefore
  return [
    {
      step: "stance",
      done,
      blockedBy: null,
      detailCode: done ? "taken" : "minutes",
      detailParams: done ? {} : minutes(STANCE_MINUTES),
    },
  ]
}

/** Who has answered the quiz has read: a place that was not kept must not send anyone back. */
function readStep(facts: StepFacts, now: Date): Draft[] {
  const done = facts.readingFinished || quizDone(facts, now)
  return [{ step: "read", done, blockedBy: afterStance(facts), ...readDetail(facts, done) }]
}

type Detail = Pick<Draft, "detailCode" | "detailParams">

function readDetail(facts: StepFacts, done: boolean): Detail {
  if (done) return { detailCode: "read", detailParams: {} }
  const detailCode = facts.sentencesRead > 0 ? "minutesLeft" : "minutes"
  return { detailCode, detailParams: minutes(readingMinutesLeft(facts)) }
}

function quizStep(facts: StepFacts, now: Date): Draft[] {
  if (facts.itemCount === 0) return []
  const done = quizDone(facts, now)
  return [{ step: "quiz", done, blockedBy: done ? null : afterReading(facts), ...quizDetail(facts, now) }]
}

/** An open attempt whose deadline passed is over: it is submitted with what was saved, by itself. */
export function quizDone(facts: Pick<StepFacts, "attempt">, now: Date): boolean {
  const { attempt } = facts
  if (!attempt) return false
  return attempt.state === "submitted" || (attempt.deadlineAt !== null && now >= attempt.deadlineAt)
}

function quizDetail(facts: StepFacts, now: Date): Detail {
  const questions = facts.itemCount
  if (quizDone(facts, now)) return { detailCode: "submitted", detailParams: {} }
  if (facts.attempt) return { detailCode: "running", detailParams: { questions } }
  if (facts.quizWaits) return { detailCode: "waitsForTeacher", detailParams: {} }
  if (facts.timeLimitMinutes === null) return { detailCode: "questions", detailParams: { questions } }
  return { detailCode: "questionsMinutes", detailParams: { questions, minutes: facts.timeLimitMinutes } }
}

function discussStep(facts: StepFacts, now: Date): Draft[] {
  if (facts.promptCount === 0) return []
  const posted = facts.ownPosts > 0
  const stanceDue = facts.hasStanceStatement && !facts.stanceAfterReading
  const opens = facts.ownPostBy && now >= facts.ownPostBy ? "ownPostOver" : "opensWhenYouPost"
  const detailCode = posted ? (stanceDue ? "stanceAgain" : "posted") : opens
  return [
    {
      step: "discuss",
      done: posted && !stanceDue,
      blockedBy: posted ? null : afterReading(facts),
      detailCode,
      detailParams: posted ? { posts: facts.ownPosts } : {},
    },
  ]
}

function reflectStep(facts: StepFacts): Draft[] {
  if (!facts.hasStanceStatement) return []
  const done = facts.stanceAfterDiscussion
  return [
    {
      step: "reflect",
      done,
      blockedBy: done ? null : afterDiscussing(facts),
      detailCode: done ? "reflected" : "minutes",
      detailParams: done ? {} : minutes(REFLECT_MINUTES),
    },
  ]
}

/** A stance before reading must come before reading. */
function afterStance(facts: StepFacts): StepDetail | null {
  return facts.hasStanceStatement && !facts.stanceBefore && !textOpened(facts) ? "afterStance" : null
}

/** Stances are taken in their order (lib/discussion/stance/stance-moments.ts): the last one follows all others and a post. */
function afterDiscussing(facts: StepFacts): StepDetail | null {
  if (!facts.stanceBefore) return "afterStance"
  if (facts.promptCount === 0) return afterReading(facts)
  return facts.ownPosts > 0 && facts.stanceAfterReading ? null : "afterDiscussing"
}

/** Quiz and discussion are about the text: they open as soon as it has been opened, not only once it is finished. */
function afterReading(facts: StepFacts): StepDetail | null {
  return afterStance(facts) ?? (textOpened(facts) ? null : "afterReading")
}

/** The quiz shows the text too, so whoever has begun it has opened the text. */
const textOpened = (facts: StepFacts): boolean => facts.readingStarted || facts.attempt !== null
