import { createHash } from "node:crypto"
import type { Fraction } from "@/lib/quiz/fraction"
import type { FixFacts } from "./fix-facts"
import { currentState } from "./state-of"

/**
 * A name for everything that a preview is worked out of: the item's key and points, what every finished attempt answered
 * and was scored, and every student's score. Another answer, score, fix or rule makes another name. It begins with the last
 * thing that was put right in the assignment, so that whoever was overtaken can be told by whom.
 */
export function fingerprintOf(facts: FixFacts, scores: ReadonlyMap<string, Fraction>): string {
  const attempts = facts.itemAttempts.map(({ attemptId, response, standing }) => [
    attemptId,
    response?.saveNumber ?? null,
    standing?.scoringId ?? null,
  ])
  const ofStudents = [...scores].map(([enrolmentId, { numerator, denominator }]) => [
    enrolmentId,
    numerator,
    denominator,
  ])
  const based = {
    item: [facts.item.itemId, facts.item.itemVersionId, currentState(facts.item)],
    attempts: inOrder(attempts),
    scores: inOrder(ofStudents),
  }
  const digest = createHash("sha256").update(JSON.stringify(based)).digest("hex")
  return `${facts.newestBatchId ?? NOTHING_YET}.${digest}`
}

const NOTHING_YET = "none"

/** Whether both were worked out after the same last fix. */
export const sameFix = (one: string, other: string): boolean => one.split(".")[0] === other.split(".")[0]

/** By the id that each begins with: the database answers in whatever order it likes. */
const inOrder = <T extends unknown[]>(list: T[]): T[] =>
  list.sort((one, other) => (String(one[0]) < String(other[0]) ? -1 : 1))
