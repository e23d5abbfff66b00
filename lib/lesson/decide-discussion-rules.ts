import { allow, type Decision, refuse } from "@/lib/access/refusal"
import { type DiscussionRules, SLOW_SECONDS } from "@/lib/discussion/rules/discussion-rules"
import { instantAt } from "./school-time"

/** Rules as a teacher writes them: the date in local time, empty for none. */
export type WrittenRules = Omit<DiscussionRules, "ownPostBy"> & { ownPostBy: string }

/** Own answers are asked for while the assignment is open. Says which field stands wrong. */
export function decideDiscussionRules(
  written: WrittenRules,
  { opensAt, closesAt }: { opensAt: Date; closesAt: Date },
  timeZone: string,
): Decision<DiscussionRules> {
  const field = "ownPostBy"
  if (!SLOW_SECONDS.some((seconds) => seconds === written.slowSeconds))
    return refuse("invalid", "lesson.notAPause", { field: "slowSeconds" })
  if (written.ownPostBy === "") return allow({ ...written, ownPostBy: null })
  const met = instantAt(written.ownPostBy, timeZone)
  if (!met) return refuse("invalid", "lesson.notATime", { field })
  if (met.instant <= opensAt) return refuse("invalid", "lesson.ownPostBeforeOpening", { field })
  if (met.instant > closesAt) return refuse("invalid", "lesson.ownPostAfterClose", { field })
  return allow({ ...written, ownPostBy: met.instant.getTime() })
}
