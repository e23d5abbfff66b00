import { z } from "zod"

/** An item as an author writes it: no ids, evidence as short quotes instead of sentence numbers. */

const text = (max: number) => z.string().trim().min(1).max(max)

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

const option = z.strictObject({
  text: text(300),
  feedback: text(600).optional(),
  right: z.literal(true).optional(),
})
const feedback = z.strictObject({ right: text(600), wrong: text(600) }).optional()

const choice = <T extends string>(type: T) =>
  z.strictObject({ ...itemBase, type: z.literal(type), options: z.array(option).min(2).max(6) })

const typed = <T extends string>(type: T) =>
  z.strictObject({ ...itemBase, type: z.literal(type), answers: z.array(text(120)).max(12), feedback })

const evidencePair = z.strictObject({
  ...itemBase,
  type: z.literal("evidence-pair"),
  options: z.array(option).min(2).max(6),
  evidencePrompt: text(300),
})

const sentences = z.strictObject({
  ...itemBase,
  type: z.literal("evidence"),
  /** How many sentences may be chosen. */
  choose: z.int().min(1).max(3),
  feedback,
})

const matching = z.strictObject({
  ...itemBase,
  type: z.literal("matching"),
  rows: z.array(z.strictObject({ text: text(300), match: text(300) })).min(2),
  /** What fits no row. */
  others: z.array(text(300)),
  feedback,
})

const classification = z.strictObject({
  ...itemBase,
  type: z.literal("classification"),
  categories: z.array(text(120)).min(2).max(8),
  /** Each with one of the categories. */
  statements: z
    .array(z.strictObject({ text: text(300), category: text(120) }))
    .min(2)
    .max(20),
  feedback,
})

const ordering = z.strictObject({
  ...itemBase,
  type: z.literal("ordering"),
  /** In the right order. */
  steps: z.array(text(300)).min(2).max(10),
  feedback,
})

/** `markup` as the editor of gaps takes it: [[typed|or so]], [[*right|wrong]]. */
const gap = z.strictObject({ ...itemBase, type: z.literal("gap"), markup: text(2000), feedback })

const long = z.strictObject({
  ...itemBase,
  type: z.literal("long"),
  maxLength: z.int().min(100).max(5000),
  /** How many sentences an answer may cite. */
  cite: z.int().min(1).max(5),
  /** Criteria by which a teacher grades, each with its levels from the lowest. */
  rubric: z.array(
    z.strictObject({
      title: text(200),
      levels: z.array(z.strictObject({ text: text(300), points: z.int() })),
    }),
  ),
})

export const lessonItemContent = z
  .discriminatedUnion("type", [
    choice("single"),
    choice("multiple"),
    choice("true-false"),
    choice("poll"),
    typed("short"),
    typed("numeric"),
    evidencePair,
    sentences,
    matching,
    classification,
    ordering,
    gap,
    long,
  ])
  .superRefine((item, context) => {
    const fault = itemFault(item)
    if (fault) context.addIssue({ code: "custom", message: `${item.slug}: ${fault}` })
  })

export type LessonItemContent = z.infer<typeof lessonItemContent>
export type ItemOf<T extends LessonItemContent["type"]> = Extract<LessonItemContent, { type: T }>

/** What the shape alone cannot say: that a view has no key, and all else has one. */
function itemFault(item: LessonItemContent): string | null {
  const isView = item.level === "my_view"
  if (item.type.startsWith("evidence") && item.evidence.length === 0) return "needs evidence"
  if ("options" in item) {
    const right = item.options.filter((one) => one.right).length
    const isKeyed = item.type === "multiple" ? right > 0 && right < item.options.length : right === 1
    return (isView ? right === 0 : isKeyed) ? null : "one key, and none for a view"
  }
  if ("answers" in item && item.answers.length > 0 === isView) return "one key, and none for a view"
  return null
}
