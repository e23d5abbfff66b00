import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Fraction } from "@/lib/quiz/fraction"
import type { ItemLevel } from "@/lib/quiz/item-type"
import { itemTypeOf } from "@/lib/quiz/item-types"
import { type Grade, gradeShare, levelGiven, type Rubric } from "@/lib/quiz/rubric"

export type GradeFacts = {
  type: string
  level: ItemLevel
  content: unknown
  /** What was answered; null where nothing was. */
  value: unknown
  isHandedIn: boolean
  /** Null while the question has none. */
  rubric: Rubric | null
}

/**
 * What a teacher's levels come to, as a share of the question's points. Refuses what is not theirs to grade ("missing":
 * a machine scores it, or it asks for a view), what is not there yet ("conflict"), and a grade that leaves a criterion
 * out ("invalid", with the criterion's id as field).
 */
export function decideGrade(facts: GradeFacts, given: Pick<Grade, "levels">): Decision<Fraction> {
  const type = itemTypeOf(facts.type)
  if (!type.isGradedByHand || facts.level === "my_view") return refuse("missing", "results.notGradedByHand")
  if (!facts.isHandedIn) return refuse("conflict", "results.notHandedIn")
  const state = type.score(null, facts.value, facts.content).state
  if (state !== "ungraded") return refuse("conflict", "results.nothingToGrade")
  if (!facts.rubric) return refuse("conflict", "results.noRubric")
  const open = facts.rubric.criteria.find((criterion) => !levelGiven(criterion, given))
  if (open)
    return refuse("invalid", "results.levelMissing", { params: { title: open.title }, field: open.id })
  const share = gradeShare(facts.rubric, given)
  return share ? allow(share) : refuse("conflict", "results.noRubric")
}

/** The levels of this rubric's criteria, and nothing else that came along. */
export const ownLevels = ({ criteria }: Rubric, { levels }: Pick<Grade, "levels">): Grade["levels"] =>
  Object.fromEntries(criteria.flatMap(({ id }) => (levels[id] ? [[id, levels[id]]] : [])))
