import { allow, type Decision, refuse } from "@/lib/access/refusal"
import { type Fraction, times } from "@/lib/quiz/fraction"
import { type Grade, gradeShare, levelGiven, type Rubric, rubricTotal } from "@/lib/quiz/rubric"

/** A rubric under its number: 0 is the one that every assignment begins with. */
export type NumberedRubric = { number: number; rubric: Rubric }

/** A grade as it was given, with the rubric of its time. */
export type DiscussionGrade = Grade & {
  gradeId: string
  by: string
  at: Date
  share: Fraction
} & NumberedRubric

/**
 * What a grade for the discussion comes to, exactly: "7 of 9". It stands apart from the quiz; whoever weighs the two takes
 * `share`.
 */
export const discussionPoints = ({ share, rubric }: Pick<DiscussionGrade, "share" | "rubric">) => {
  const possible = rubricTotal(rubric)
  return { earned: times(share, possible), possible }
}

export type DiscussionGradeFacts = {
  /** Whether the student has a post that was not taken back. */
  hasWritten: boolean
  /** The rubric that counts now. */
  current: NumberedRubric
}

/**
 * What a teacher's levels come to, as a share of all the rubric can give. Refuses where there is nothing to grade or the
 * rubric was changed meanwhile ("conflict"), and a grade that leaves a criterion out ("invalid", its id as field).
 */
export function decideDiscussionGrade(
  { hasWritten, current }: DiscussionGradeFacts,
  given: Pick<Grade, "levels"> & { rubricNumber: number },
): Decision<Fraction> {
  if (!hasWritten) return refuse("conflict", "results.nothingWritten")
  if (given.rubricNumber !== current.number) return refuse("conflict", "results.rubricChanged")
  const open = current.rubric.criteria.find((criterion) => !levelGiven(criterion, given))
  if (open)
    return refuse("invalid", "results.levelMissing", { params: { title: open.title }, field: open.id })
  const share = gradeShare(current.rubric, given)
  return share ? allow(share) : refuse("conflict", "results.noRubric")
}
