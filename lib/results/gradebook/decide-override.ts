import { allow, type Decision, refuse } from "@/lib/access/refusal"
import { compare, fraction } from "@/lib/quiz/fraction"
import type { Standing } from "./cell-standing"
import type { Override } from "./gradebook-facts"
import type { SetOverrideInput } from "./gradebook-input"
import { parsePoints } from "./parse-points"

export const LONGEST_REASON = 500

/**
 * What a score is set to by hand. It lies between nothing and everything, and says why: points where the assignment has
 * some, else a share in percent. An excused student has no score to set.
 */
export function decideOverride(
  standing: Standing,
  possible: number,
  { kind, value, reason }: Pick<SetOverrideInput, "kind" | "value" | "reason">,
): Decision<Override> {
  if (standing.kind === "excused") return refuse("conflict", "results.overrideExcused")
  const earned = parsePoints(value.replace(/%$/, ""))
  if (!earned) return refuse("invalid", "results.overrideNumber", { field: "value" })
  const most = kind === "points" && possible > 0 ? possible : 100
  if (earned.numerator < 0 || compare(earned, fraction(most, 1)) > 0)
    return refuse("invalid", "results.overrideRange", { field: "value", params: { most } })
  if (reason.trim() === "") return refuse("invalid", "results.overrideReason", { field: "reason" })
  const before = standing.override
  if (before && before.possible === most && compare(before.earned, earned) === 0)
    return refuse("conflict", "results.overrideSame", { field: "value" })
  return allow({ earned, possible: most })
}
