import { z } from "zod"
import { type Fraction, fraction } from "@/lib/quiz/fraction"

export const MOST_CRITERIA = 8
export const FEWEST_LEVELS = 2
export const MOST_LEVELS = 6
export const LONGEST_COMMENT = 2000
export const LONGEST_GUIDELINES = 4000

const level = z.strictObject({ id: z.uuid(), text: z.string().max(300), points: z.int().min(0).max(20) })
const criterion = z.strictObject({
  id: z.uuid(),
  title: z.string().max(200),
  levels: z.array(level).max(MOST_LEVELS),
})

/**
 * By what an answer is judged: criteria, each with levels that are worth points. The guidelines say to whoever grades what
 * a good answer has; a student never gets them, with results or without.
 */
export const rubric = z.strictObject({
  criteria: z.array(criterion).max(MOST_CRITERIA),
  guidelines: z.string().max(LONGEST_GUIDELINES).optional(),
})

/** What a teacher gave: a level (by id) for each criterion (by id), and words for the student. */
export const grade = z.strictObject({
  levels: z.record(z.uuid(), z.uuid()),
  comment: z.string().max(LONGEST_COMMENT),
})

export type Rubric = z.infer<typeof rubric>
export type Criterion = Rubric["criteria"][number]
export type Grade = z.infer<typeof grade>

/** A key without what it says to graders alone; anything else as it is. */
export function withoutGuidelines(key: unknown): unknown {
  const held = z.looseObject({ rubric }).safeParse(key)
  return held.success ? { ...held.data, rubric: { criteria: held.data.rubric.criteria } } : key
}

/** Whether two rubrics judge alike: the same criteria and levels, by id, words and points, in the same order. */
export const isSameRubric = (one: Rubric, other: Rubric): boolean =>
  JSON.stringify(one.criteria.map(judged)) === JSON.stringify(other.criteria.map(judged))

// Named one by one: JSON from the database has its names in an order of its own.
const judged = ({ id, title, levels }: Criterion) => [
  id,
  title,
  levels.map((one) => [one.id, one.text, one.points]),
]

const bestPoints = ({ levels }: Criterion): number => Math.max(0, ...levels.map(({ points }) => points))

/** Points that the rubric can give: the best level of every criterion. */
export const rubricTotal = ({ criteria }: Pick<Rubric, "criteria">): number =>
  criteria.reduce((total, criterion) => total + bestPoints(criterion), 0)

/** The level given for a criterion; undefined where none is, or where the rubric has no such level any more. */
export const levelGiven = (criterion: Criterion, { levels }: Pick<Grade, "levels">) =>
  criterion.levels.find(({ id }) => id === levels[criterion.id])

/** What the levels add up to, as a share of all the rubric can give. Null while a criterion has no level. */
export function gradeShare(shown: Rubric, given: Pick<Grade, "levels">): Fraction | null {
  const levels = shown.criteria.map((criterion) => levelGiven(criterion, given))
  const points = levels.reduce((sum, one) => sum + (one?.points ?? 0), 0)
  const total = rubricTotal(shown)
  return total === 0 || levels.includes(undefined) ? null : fraction(points, total)
}

/** The codes of what an author has to mend. */
export function rubricFaults({ criteria }: Pick<Rubric, "criteria">): string[] {
  const faults: string[] = []
  const levels = criteria.flatMap((criterion) => criterion.levels)
  if (criteria.length === 0) faults.push("noCriteria")
  if (criteria.some((one) => one.title.trim() === "")) faults.push("emptyCriterion")
  if (criteria.some((one) => one.levels.length < FEWEST_LEVELS)) faults.push("tooFewLevels")
  if (levels.some(({ text }) => text.trim() === "")) faults.push("emptyLevel")
  if (criteria.length > 0 && rubricTotal({ criteria }) === 0) faults.push("noRubricPoints")
  return faults
}
