import { z } from "zod"
import { lessonItemContent } from "./item-content"

/**
 * A lesson as an author writes it: no ids, evidence as short quotes instead of sentence numbers.
 * A quote attaches to whichever text has it in exactly one sentence, so one lesson fits several texts.
 */

const text = (max: number) => z.string().trim().min(1).max(max)

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
  /** The strongest case for the statement and against it, in paragraphs. */
  packets: z
    .strictObject({ for: z.array(text(1500)).min(1), against: z.array(text(1500)).min(1) })
    .optional(),
  prompts: z.array(z.union([text(600), z.strictObject({ text: text(600), hasSides: z.boolean() })])).max(12),
  glossary: z.array(
    z.strictObject({
      term: text(80),
      forms: z.array(text(80)).max(8),
      partOfSpeech: text(40).optional(),
      definition: text(500),
    }),
  ),
  /** Said beside the text by the lesson's author. A quote names the sentence it stands beside; without, the whole text. */
  background: z
    .array(z.strictObject({ body: text(600), quotes: z.array(text(80)).max(4), writtenOn: z.iso.date() }))
    .max(60)
    .optional(),
  items: z.array(lessonItemContent).min(1).max(60),
})

export type LessonContent = z.infer<typeof lessonContent>
