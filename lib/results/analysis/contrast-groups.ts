/** From this many students on the outer 27% are compared, below it the outer thirds. */
export const FEWEST_FOR_TAILS = 100
const TAIL = 0.27

export type Standing = { id: string; score: number }

export type Groups = {
  upper: string[]
  lower: string[]
  /** What share of all each group is meant to be; ties make it larger. */
  part: "third" | "tail"
}

/**
 * The strongest and the weakest students by `score` (here always the score on the *other* questions): a third each
 * below 100 students, 27% from 100 on, which tells right from wrong best where scores are normal: T. L. Kelley,
 * Journal of Educational Psychology 30 (1939), 17-24.
 *
 * Ties: whoever has the same score as the last one of a group belongs to it too, so that no order decides. Where that
 * would put somebody into both groups, there are none: null.
 */
export function contrastGroups(standings: readonly Standing[]): Groups | null {
  const n = standings.length
  const part = n < FEWEST_FOR_TAILS ? "third" : "tail"
  const size = Math.round(part === "third" ? n / 3 : n * TAIL)
  const scores = standings.map(({ score }) => score).sort((a, b) => a - b)
  const [lowest, highest] = [scores[size - 1], scores[n - size]]
  if (lowest === undefined || highest === undefined || lowest >= highest) return null
  return {
    part,
    upper: standings.flatMap(({ id, score }) => (score >= highest ? id : [])),
    lower: standings.flatMap(({ id, score }) => (score <= lowest ? id : [])),
  }
}
