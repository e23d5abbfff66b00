import { z } from "zod"
import { readingKinds } from "@/lib/reading/kinds"
import { isLanguageTag } from "@/lib/reading/propose-boundaries"

/**
 * A whole lesson as one JSON document. Nothing in it is an id of a row: sentences, options, rows, gaps and criteria are
 * called by names that hold within the file alone. Messages of refinements are codes, whose sentences stand at
 * `lesson.exchange.reasons`.
 */

export const FORMAT = "colloquy-lesson"
export const VERSION = 1
export const EXTENSION = ".colloquy.json"

/** The most a file may weigh, in megabytes of 1024 x 1024 bytes: a whole book with two hundred questions. */
export const MOST_MEGABYTES = 8
export const MOST_ITEMS = 200
/** How many lists may stand within each other. */
export const DEEPEST = 40
/** Texts, numbers, lists and objects of a whole file: several times what the longest text and the most questions make. */
export const MOST_VALUES = 400_000
/** Characters of the whole text: as long as a text that is taken in by itself may be. */
export const LONGEST_READING = 2 * 1024 * 1024

const isNotBlank = (text: string): boolean => text.trim() !== ""

/** Words that are there. */
const words = (most: number) => z.string().max(most).refine(isNotBlank, "blank")
const optional = (most: number) => words(most).nullable()

const sentence = z.strictObject({ id: words(40), text: words(200_000) })
const paragraph = z.strictObject({
  number: z.int().min(1).max(20_000),
  sentences: z.array(sentence).min(1).max(20_000),
})

const reading = z.strictObject({
  title: words(300),
  author: optional(200),
  source: optional(300),
  /** Where a browser may be sent: nothing but http and https. */
  sourceUrl: optional(2000).refine((text) => text === null || /^https?:\/\/[^\s]+$/i.test(text), "address"),
  publishedOn: optional(60),
  language: z.string().min(2).max(35).refine(isLanguageTag, "language"),
  kind: z.enum(readingKinds),
  deck: optional(600),
  rightsNote: optional(600),
  tasks: z.array(words(500)).max(20),
  paragraphs: z.array(paragraph).min(1).max(20_000),
})

const glossaryTerm = z.strictObject({
  term: words(80),
  forms: z.array(words(80)).max(8),
  partOfSpeech: optional(40),
  definition: words(500),
})

const backgroundNote = z.strictObject({
  /** The sentence it stands beside; null for the whole text. */
  sentence: z.string().max(40).nullable(),
  body: words(600),
  writtenOn: z.iso.date(),
})

const pool = z.strictObject({ name: words(60), draw: z.int().min(1).max(MOST_ITEMS) })

/** All but the questions, each of which is read by itself, so that one that cannot be read leaves the others. */
export const lessonFile = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  title: words(200),
  stanceStatement: optional(300),
  /** The strongest case for the statement, and against it: paragraphs with an empty line between. */
  packets: z.strictObject({ for: optional(20_000), against: optional(20_000) }),
  prompts: z.array(words(600)).max(40),
  /** The numbers, from 1, of those that one cannot agree or disagree with. Not there: there are none. */
  promptsWithoutSides: z.array(z.int().min(1).max(40)).max(40).optional(),
  reading,
  glossary: z.array(glossaryTerm).max(200),
  background: z.array(backgroundNote).max(60),
  pools: z.array(pool).max(100),
  items: z.array(z.unknown()).max(MOST_ITEMS),
})

export type LessonFile = z.infer<typeof lessonFile>

const said = z.string().max(600).optional()

/** A question. What `content` and `key` may be is said by its type. */
export const fileItem = z.strictObject({
  type: z.string(),
  level: z.enum(["author_says", "evidence_holds", "my_view"]),
  title: optional(120),
  prompt: z.string().max(6000),
  hint: optional(500),
  points: z.int().min(1).max(20),
  skills: z.array(words(40)).max(8),
  /** The name of the pool it is drawn from. */
  pool: z.string().max(60).nullable(),
  content: z.unknown(),
  key: z.unknown(),
  feedback: z.strictObject({
    options: z.record(z.string(), z.string().max(600)).optional(),
    right: said,
    wrong: said,
    evidence: said,
  }),
  explanation: optional(2000),
})

export type FileItem = z.infer<typeof fileItem>
