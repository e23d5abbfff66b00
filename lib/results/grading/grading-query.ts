export type GradingQuery = { itemId: string | null; attemptId: string | null; showsNames: boolean }

type Raw = Record<string, string | string[] | undefined>

/** Which answer is open, and whether names are shown: they are not unless asked for. Whatever else is written is nothing. */
export function readGradingQuery({ item, answer, names }: Raw): GradingQuery {
  const one = (value: string | string[] | undefined) => (typeof value === "string" ? value : null)
  return { itemId: one(item), attemptId: one(answer), showsNames: names === "shown" }
}

/** The same as an address, without what is not said. */
export function gradingHref(assignmentId: string, { itemId, attemptId, showsNames }: GradingQuery): string {
  const query = new URLSearchParams()
  if (itemId) query.set("item", itemId)
  if (attemptId) query.set("answer", attemptId)
  if (showsNames) query.set("names", "shown")
  return `/teach/assignments/${assignmentId}/grade${query.size > 0 ? `?${query}` : ""}`
}
