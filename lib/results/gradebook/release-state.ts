import type { WorkFacts } from "./gradebook-facts"

export type ReleaseState =
  /** Everybody who has handed in sees theirs. */
  | { state: "released"; since: Date }
  /** Each student's show when they hand in. */
  | { state: "onSubmit" }
  /** They show by themselves at this moment, for those without dates of their own. */
  | { state: "later"; at: Date }
  /** They show when the teacher releases them. */
  | { state: "held" }

/** Whether the class sees its results of an assignment. The rule for one student is `decideRelease`. */
export function releaseState(
  { releasePolicy, releasedAt, dueAt, closesAt }: WorkFacts,
  now: Date,
): ReleaseState {
  if (releasedAt && releasedAt <= now) return { state: "released", since: releasedAt }
  if (releasePolicy === "on_submit") return { state: "onSubmit" }
  if (releasePolicy === "by_teacher") return { state: "held" }
  const at = releasePolicy === "after_due" ? dueAt : closesAt
  return at <= now ? { state: "released", since: at } : { state: "later", at }
}
