import { z } from "zod"

/** Minutes. */
export const MOST_GRACE = 10

/** How the quiz of an assignment is taken, what of it counts, and when its results are seen. The shape at the door. */
export const quizPolicy = {
  timeLimitMinutes: z.int().min(1).max(600).nullable(),
  /** How long after a student's own time answers on their way are still taken: never long enough to answer in. */
  graceMinutes: z.int().min(0).max(MOST_GRACE),
  attemptsAllowed: z.int().min(1).max(20),
  countedAttempt: z.enum(["newest", "best", "mean"]),
  /** Between handing in and the next attempt: at most four weeks. */
  coolDownMinutes: z.int().min(0).max(40_320),
  latePercentPerDay: z.int().min(0).max(100),
  latePercentMost: z.int().min(0).max(100),
  teacherStarts: z.boolean(),
  itemOrder: z.enum(["free", "one_way"]),
  shuffleItems: z.boolean(),
  shuffleOptions: z.boolean(),
  asksConfidence: z.boolean(),
  releasePolicy: z.enum(["on_submit", "after_due", "after_close", "by_teacher"]),
}

const whole = z.strictObject(quizPolicy)
export type QuizPolicy = z.infer<typeof whole>

/** The yes-or-no rules as the form names them, each with a sentence and a hint at `lesson.policy`. */
export const POLICY_CHOICES = [
  "teacherStarts",
  "oneWay",
  "shuffleItems",
  "shuffleOptions",
  "asksConfidence",
] as const

/** What the form proposes. */
export const USUAL_POLICY: QuizPolicy = {
  timeLimitMinutes: null,
  graceMinutes: 0,
  attemptsAllowed: 1,
  countedAttempt: "best",
  coolDownMinutes: 0,
  latePercentPerDay: 0,
  latePercentMost: 100,
  teacherStarts: false,
  itemOrder: "free",
  shuffleItems: false,
  shuffleOptions: true,
  asksConfidence: false,
  releasePolicy: "after_close",
}

/** The policy of a stored assignment, and nothing else of it. */
export const policyOf = (assignment: QuizPolicy): QuizPolicy => ({
  timeLimitMinutes: assignment.timeLimitMinutes,
  graceMinutes: assignment.graceMinutes,
  attemptsAllowed: assignment.attemptsAllowed,
  countedAttempt: assignment.countedAttempt,
  coolDownMinutes: assignment.coolDownMinutes,
  latePercentPerDay: assignment.latePercentPerDay,
  latePercentMost: assignment.latePercentMost,
  teacherStarts: assignment.teacherStarts,
  itemOrder: assignment.itemOrder,
  shuffleItems: assignment.shuffleItems,
  shuffleOptions: assignment.shuffleOptions,
  asksConfidence: assignment.asksConfidence,
  releasePolicy: assignment.releasePolicy,
})
