import { allow, type Decision, refuse } from "@/lib/access/refusal"
import { cleanText, countVisible } from "@/lib/discussion/posts/visible-text"
import { compare, type Fraction, fraction, NOTHING } from "@/lib/quiz/fraction"

/** Characters. */
export const LONGEST_ANSWER = 2000

export type AppealedFacts = {
  /** Of the item. */
  points: number
  /** Share of the points that stands; null where none does. */
  share: Fraction | null
  isHandedIn: boolean
}

export type Judgement = { outcome: "upheld" | "declined"; answer: string; points: number | null }

/** What is written down: the state, the words for the student, and the share that is given where it is upheld. */
export type JudgedAppeal =
  | { state: "declined"; answer: string }
  | { state: "upheld"; answer: string | null; share: Fraction }

/** The points that upholding may give, in halves: more than stand, and no more than the item has. */
export function pointsToGive({ points, share }: Pick<AppealedFacts, "points" | "share">): number[] {
  const halves = Array.from({ length: points * 2 }, (_, at) => at + 1)
  return halves
    .filter((half) => compare(fraction(half, points * 2), share ?? NOTHING) > 0)
    .map((half) => half / 2)
}

/**
 * A teacher's answer to an appeal. Refuses with "conflict" while the quiz goes on, and with "invalid" where a student
 * would be told no without a word, or points are given that cannot be.
 */
export function judgeAppeal(facts: AppealedFacts, judgement: Judgement): Decision<JudgedAppeal> {
  if (!facts.isHandedIn) return refuse("conflict", "results.notHandedIn")
  const answer = cleanText(judgement.answer)
  if ([...answer].length > LONGEST_ANSWER)
    return refuse("invalid", "results.appealAnswerLong", {
      field: "answer",
      params: { most: LONGEST_ANSWER },
    })
  const saysNothing = countVisible(answer) === 0
  if (judgement.outcome === "declined")
    return saysNothing
      ? refuse("invalid", "results.appealAnswer", { field: "answer" })
      : allow({ state: "declined", answer })
  const given = judgement.points
  if (given === null || !pointsToGive(facts).includes(given))
    return refuse("invalid", "results.appealPoints", { field: "points", params: { most: facts.points } })
  const share = fraction(given * 2, facts.points * 2)
  return allow({ state: "upheld", answer: saysNothing ? null : answer, share })
}
