import type { Fraction } from "@/lib/quiz/fraction"
import { chooseAttempt } from "../choose-attempt"
import { groupBy } from "../group-by"
import type { FixFacts } from "./fix-facts"
import type { NewScoring } from "./rescore"

type ScoredFacts = Pick<FixFacts, "items" | "students" | "answers" | "policy">

/** What the quiz counts for, by enrolment, by the rules of every page: for those who have finished an attempt. */
export function quizScores({ items, students, answers, policy }: ScoredFacts): Map<string, Fraction> {
  const answersOf = groupBy(answers, ({ enrolmentId }) => enrolmentId)
  return new Map(
    students.flatMap(({ enrolmentId, dueAt, attempts }) => {
      const own = answersOf.get(enrolmentId) ?? []
      const earned = chooseAttempt(attempts, { items, answers: own, policy, dueAt })?.earned
      return earned ? [[enrolmentId, earned] as const] : []
    }),
  )
}

/** The answers with these scores for the item in place of those they had. */
export function withScorings(
  answers: FixFacts["answers"],
  scorings: readonly NewScoring[],
): FixFacts["answers"] {
  const placed = new Map(scorings.map((one) => [`${one.attemptId} ${one.itemId}`, one]))
  return answers.map((answer) => {
    const scoring = placed.get(`${answer.attemptId} ${answer.itemId}`)
    return scoring ? { ...answer, numerator: scoring.numerator, denominator: scoring.denominator } : answer
  })
}
