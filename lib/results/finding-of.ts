import { z } from "zod"

const storedFinding = z.object({
  answer: z.boolean().nullable().catch(null),
  evidence: z.boolean().nullable().catch(null),
})

/** The two halves of what scoring found. Null: the half does not exist, or was not answered. */
export function findingOf(finding: unknown): { answerRight: boolean | null; evidenceRight: boolean | null } {
  const parsed = storedFinding.safeParse(finding)
  if (!parsed.success) return { answerRight: null, evidenceRight: null }
  return { answerRight: parsed.data.answer, evidenceRight: parsed.data.evidence }
}
