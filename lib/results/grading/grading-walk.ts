import { createHash } from "node:crypto"

export type Walked = { enrolmentId: string; attemptId: string; itemId: string }

/**
 * The order in which answers are graded: by a digest, so that neither names nor times are in it. By question it is another
 * order for every question; by student, a student's answers follow one another in the order of the questions.
 */
export function walkOrder<T extends Walked>(
  answers: readonly T[],
  by: "item" | "student",
  itemIds: readonly string[],
): T[] {
  const keyOf = ({ enrolmentId, attemptId, itemId }: T): string[] =>
    by === "item"
      ? [digest(`${attemptId} ${itemId}`)]
      : [digest(enrolmentId), digest(attemptId), String(itemIds.indexOf(itemId)).padStart(6, "0")]
  return answers
    .map((answer) => ({ answer, key: keyOf(answer).join(" ") }))
    .sort((one, other) => (one.key < other.key ? -1 : 1))
    .map(({ answer }) => answer)
}

const digest = (text: string): string => createHash("sha256").update(text).digest("hex")
