import { z } from "zod"

/** What results read of a stored answer, whatever its type: the option, the words, the sentences. */
export type AnswerParts = { optionId: string | null; text: string | null; sentenceIds: string[] }

const stored = z.object({
  option: z.string().nullable().catch(null),
  text: z.string().nullable().catch(null),
  sentences: z.array(z.string()).catch([]),
})

/** Reads an answer of any type; what a type does not have is empty. A value taken back (null) is empty all over. */
export function answerOf(value: unknown): AnswerParts {
  const parsed = stored.safeParse(value)
  if (!parsed.success) return { optionId: null, text: null, sentenceIds: [] }
  return { optionId: parsed.data.option, text: parsed.data.text, sentenceIds: parsed.data.sentences }
}

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

const storedOptions = z.object({ options: z.array(z.object({ id: z.string(), text: z.string() })) })

/** The options of an item's public content, in the author's order; none where its type has none. */
export function optionsOf(content: unknown): { id: string; text: string }[] {
  const parsed = storedOptions.safeParse(content)
  return parsed.success ? parsed.data.options : []
}

const storedKey = z.object({
  answer: z.string().nullable().catch(null),
  variants: z.array(z.string()).catch([]),
  evidence: z.object({ sentenceIds: z.array(z.string()).catch([]) }).catch({ sentenceIds: [] }),
})

/** What results read of an opened key, whatever its type. */
export function keyFactsOf(key: unknown): {
  optionId: string | null
  answers: string[]
  sentenceIds: string[]
} {
  const parsed = storedKey.safeParse(key)
  if (!parsed.success) return { optionId: null, answers: [], sentenceIds: [] }
  const { answer, variants, evidence } = parsed.data
  return { optionId: answer, answers: variants, sentenceIds: evidence.sentenceIds }
}
