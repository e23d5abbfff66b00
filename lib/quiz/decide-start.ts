import { allow, type Decision, refuse } from "@/lib/access/refusal"

export type StartFacts = {
  opensAt: Date
  /** This student's own. */
  closesAt: Date
  attemptsLeft: number
  /** This student has been shown what was right: that closes further attempts. */
  resultsReleased: boolean
  /** Between handing in and the next attempt. */
  coolDownMinutes: number
  /** When this student's last attempt was handed in; null where there is none. */
  lastSubmittedAt: Date | null
  /** The quiz begins at a word of the teacher, and when that was given; null while it was not. */
  teacherStarts: boolean
  quizStartedAt: Date | null
}

/** Whether a new attempt may begin now. An attempt that is open already is simply gone on with: that is not asked here. */
export function decideStart(facts: StartFacts, now: Date): Decision<true> {
  if (now < facts.opensAt) return refuse("conflict", "quiz.notOpenYet")
  if (now >= facts.closesAt) return refuse("conflict", "quiz.closed")
  if (facts.resultsReleased) return refuse("conflict", "quiz.resultsShown")
  if (facts.attemptsLeft <= 0) return refuse("conflict", "quiz.noAttemptsLeft")
  if (waitsForTeacher(facts)) return refuse("conflict", "quiz.teacherStarts")
  const from = nextAttemptFrom(facts)
  if (from && now < from) {
    const minutes = Math.ceil((from.getTime() - now.getTime()) / MINUTE)
    return refuse("conflict", "quiz.coolsDown", { params: { minutes } })
  }
  return allow(true)
}

const MINUTE = 60_000

/** The quiz is open, but its teacher has not begun it. */
export const waitsForTeacher = ({
  teacherStarts,
  quizStartedAt,
}: Pick<StartFacts, "teacherStarts" | "quizStartedAt">): boolean => teacherStarts && quizStartedAt === null

/** From when the next attempt may begin; null where nothing has to be waited for. */
export function nextAttemptFrom({
  coolDownMinutes,
  lastSubmittedAt,
}: Pick<StartFacts, "coolDownMinutes" | "lastSubmittedAt">): Date | null {
  if (coolDownMinutes === 0 || !lastSubmittedAt) return null
  return new Date(lastSubmittedAt.getTime() + coolDownMinutes * MINUTE)
}
