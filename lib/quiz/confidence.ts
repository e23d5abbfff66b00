/** How sure a student says to be of an answer: 1 a guess, 2 rather sure, 3 sure. */
export const CONFIDENCES = [1, 2, 3] as const
export type Confidence = (typeof CONFIDENCES)[number]

export type RatedAnswer = { confidence: Confidence | null; isRight: boolean }

/** How many answers were given with this confidence, and how many of them are fully right. */
export type ConfidenceLine = { confidence: Confidence; count: number; right: number }

/**
 * How well confidence and being right go together: a line for each confidence that was said, surest first. Of what
 * was not rated nothing is said. No share is worked out: with a handful of answers it would mislead.
 */
export function rateConfidence(answers: readonly RatedAnswer[]): ConfidenceLine[] {
  return [...CONFIDENCES].reverse().flatMap((confidence) => {
    const own = answers.filter((answer) => answer.confidence === confidence)
    return own.length > 0
      ? [{ confidence, count: own.length, right: own.filter(({ isRight }) => isRight).length }]
      : []
  })
}
