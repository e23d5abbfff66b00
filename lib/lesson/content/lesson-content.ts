import { z } from "zod"

/**
 * A lesson as an author writes it: no ids, evidence as short quotes instead of sentence numbers.
 * A quote attaches to whichever text has it in exactly one sentence, so one lesson fits several texts.
 */

const text = (max: number) => z.string().trim().min(1).max(max)

const optionContent = z.strictObject({
  text: text(300),
  feedback: text(600).optional(),
  right: z.literal(true).optional(),
})

const itemBase = {
  slug: z.string().regex(/^[a-z0-9-]{1,60}$/),
  level: z.enum(["author_says", "evidence_holds", "my_view"]),
  title: text(120),
  prompt: text(600),
  /** What a student may open while answering. */
  hint: text(500).optional(),
  skills: z.array(z.string().regex(/^[A-Z]{1,3}\.\d{1,2}$/)).max(4),
  points: z.int().min(1).max(10),
  explanation: text(1200).optional(),
  /** Alternatives: each stands for a sentence that proves the answer. */
  evidence: z.array(text(80)).max(6),
}

const singleContent = z.strictObject({
  ...itemBase,
  type: z.literal("single"),
  options: z.array(optionContent).min(2).max(6),
})

const shortContent = z.strictObject({
  ...itemBase,
  type: z.literal("short"),
  answers: z.array(text(120)).max(12),
  feedback: z.strictObject({ right: text(600), wrong: text(600) }).optional(),
})

const evidencePairContent = z.strictObject({
  ...itemBase,
  type: z.literal("evidence-pair"),
  options: z.array(optionContent).min(2).max(6),
  evidencePrompt: text(300),
})

export const lessonItemContent = z
  .discriminatedUnion("type", [singleContent, shortContent, evidencePairContent])
  .superRefine((item, context) => {
    if (countKeys(item) !== (item.level === "my_view" ? 0 : 1))
      context.addIssue({ code: "custom", message: `${item.slug}: one key, and none for a view` })
    if (item.type === "evidence-pair" && item.evidence.length === 0)
      context.addIssue({ code: "custom", message: `${item.slug}: a pair needs evidence` })
  })

export const lessonContent = z.strictObject({
  slug: z.string().regex(/^[a-z0-9-]{1,60}$/),
  title: text(200),
  reading: z.strictObject({
    title: text(200),
    author: text(120),
    source: text(300),
    sourceUrl: z.url(),
    publishedOn: text(40),
    language: z.string().min(2).max(35),
    kind: z.enum(["opinion", "news", "reference"]),
    deck: text(400),
    rightsNote: text(400),
    paragraphs: z.array(text(4000)).min(1).max(60),
  }),
  stanceStatement: text(300),
  prompts: z.array(text(600)).max(12),
  glossary: z.array(
    z.strictObject({
      term: text(80),
      forms: z.array(text(80)).max(8),
      partOfSpeech: text(40).optional(),
      definition: text(500),
    }),
  ),
  items: z.array(lessonItemContent).min(1).max(60),
})

export type LessonItemContent = z.infer<typeof lessonItemContent>
export type LessonContent = z.infer<typeof lessonContent>

/** How many right answers an item names; for a short answer the variants together are one. */
function countKeys(
  item: { type: string } & ({ answers: string[] } | { options: { right?: true }[] }),
): number {
  if ("answers" in item) return Math.min(item.answers.length, 1)
  return item.options.filter((option) => option.right).length
}
