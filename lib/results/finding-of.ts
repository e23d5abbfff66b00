/**
 * The two halves of what scoring found. Null: the half does not exist, or was not answered. Read without a schema: a class's
 * results have thousands of these, and what a schema does about a half that is missing costs more than all the rest.
 */
export function findingOf(finding: unknown): { answerRight: boolean | null; evidenceRight: boolean | null } {
  if (typeof finding !== "object" || finding === null) return { answerRight: null, evidenceRight: null }
  const { answer, evidence } = finding as { answer?: unknown; evidence?: unknown }
  return { answerRight: halfOf(answer), evidenceRight: halfOf(evidence) }
}

const halfOf = (half: unknown): boolean | null => (typeof half === "boolean" ? half : null)
