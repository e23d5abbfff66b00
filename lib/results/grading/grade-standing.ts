import type { Grade } from "@/lib/quiz/rubric"

/**
 * How an answer's grade stands. `single`: one grader is enough. `awaitsSecond`: the first grade is provisional, seen by
 * its giver alone. `differ`: two graders gave other levels, and nobody has said what stands. `settled`: somebody has.
 */
export type GradeStanding = "ungraded" | "single" | "awaitsSecond" | "agree" | "differ" | "settled"

export type StandingFacts = {
  asksSecond: boolean
  /** The grade that counts; null where none does. */
  given: (Pick<Grade, "levels"> & { scoringId: string; saveNumber: number | null }) | null
  /** The newest that a second grader gave; `againstId` is the scoring it was given beside. */
  second: (Pick<Grade, "levels"> & { againstId: string; saveNumber: number | null }) | null
}

/** A second grade is of an answer as it was: of one that was replaced since it says nothing. */
export function gradeStanding({ asksSecond, given, second }: StandingFacts): GradeStanding {
  if (!given) return "ungraded"
  if (!asksSecond) return "single"
  if (!second || second.saveNumber !== given.saveNumber) return "awaitsSecond"
  if (second.againstId !== given.scoringId) return "settled"
  return sameLevels(given, second) ? "agree" : "differ"
}

/** The first grade while a second is expected: nobody but its giver sees it, so that the second is given freely. */
export const isKeptFrom = (
  standing: GradeStanding,
  given: { byId: string | null } | null,
  viewerId: string,
): boolean => standing === "awaitsSecond" && given?.byId !== viewerId

/** What a grade that is given now would be: the one that counts, or the second beside it. */
export const isSecondOf = isKeptFrom

/** Whether a student may see the grade, as far as graders go. */
export const isFinal = (standing: GradeStanding): boolean =>
  standing === "single" || standing === "agree" || standing === "settled"

export const sameLevels = (one: Pick<Grade, "levels">, other: Pick<Grade, "levels">): boolean => {
  const names = Object.keys(one.levels)
  return (
    names.length === Object.keys(other.levels).length &&
    names.every((name) => one.levels[name] === other.levels[name])
  )
}
