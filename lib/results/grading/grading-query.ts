export type GradingQuery = {
  itemId: string | null
  attemptId: string | null
  /** Which answers follow one another: those to one question, or those of one student. */
  by: "item" | "student"
  /** Only answers about which two graders differ. */
  onlyDiffering: boolean
  /** Null: not until everything is graded. */
  names: "shown" | "hidden" | null
}

type Raw = Record<string, string | string[] | undefined>

/** Which answer is open, among which, and whether names are shown. Whatever else is written is nothing. */
export function readGradingQuery({ item, answer, by, only, names }: Raw): GradingQuery {
  const one = (value: string | string[] | undefined) => (typeof value === "string" ? value : null)
  return {
    itemId: one(item),
    attemptId: one(answer),
    by: by === "student" ? "student" : "item",
    onlyDiffering: only === "differing",
    names: names === "shown" || names === "hidden" ? names : null,
  }
}

/** The same as an address, without what is not said. */
export function gradingHref(assignmentId: string, given: GradingQuery): string {
  const { itemId, attemptId, by, onlyDiffering, names } = given
  const query = new URLSearchParams()
  if (by === "student") query.set("by", by)
  if (onlyDiffering) query.set("only", "differing")
  if (itemId) query.set("item", itemId)
  if (attemptId) query.set("answer", attemptId)
  if (names) query.set("names", names)
  return `/teach/assignments/${assignmentId}/grade${query.size > 0 ? `?${query}` : ""}`
}
