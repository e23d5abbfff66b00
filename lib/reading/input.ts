import { z } from "zod"
import { noteMarks, readingKinds } from "@/lib/reading/kinds"
import { isLanguageTag } from "@/lib/reading/propose-boundaries"

const line = (most: number) => z.string().trim().max(most)
const optionalLine = (most: number) => line(most).transform((text) => text || null)

/** An address a browser may be sent to: nothing but http and https. */
const webAddress = optionalLine(2000).refine((text) => text === null || /^https?:\/\/[^\s]+$/i.test(text))

const details = {
  title: line(300).min(1),
  author: optionalLine(200),
  source: optionalLine(300),
  sourceUrl: webAddress,
  publishedOn: optionalLine(60),
  language: line(35).min(2).refine(isLanguageTag),
  kind: z.enum(readingKinds),
  deck: optionalLine(600),
  rightsNote: optionalLine(600),
  /** Corrected paragraphs, plain text. */
  paragraphs: z.array(z.string().max(200_000)).min(1).max(20_000),
  tasks: z.array(line(500).min(1)).max(20),
}

/** A corrected draft. `readingId` is made by the client, so that pressing twice makes one reading. */
export const importReadingInput = z.strictObject({
  readingId: z.uuid(),
  ...details,
  /** The paragraphs are those of a document: without one full stop they are a text all the same. */
  isDocument: z.boolean().optional(),
})
export type ImportReadingInput = z.infer<typeof importReadingInput>

/** A corrected text of a reading that stands; `baseRevisionId` is the revision the corrections were made on. */
export const saveRevisionInput = z.strictObject({ readingId: z.uuid(), baseRevisionId: z.uuid(), ...details })
export type SaveRevisionInput = z.infer<typeof saveRevisionInput>

/** What both have: everything a revision says. */
export type RevisionDetails = Omit<ImportReadingInput, "readingId" | "isDocument">

/** Pasted text on its way to being recognised. */
export const draftTextInput = z.strictObject({ text: z.string(), format: z.enum(["txt", "md"]) })

/** A note on a sentence. `noteId` is made by the client: saved again, it is edited. */
export const saveNoteInput = z
  .strictObject({
    noteId: z.uuid(),
    assignmentId: z.uuid(),
    sentenceId: z.uuid(),
    mark: z.enum(noteMarks),
    body: line(4000),
  })
  .refine(({ mark, body }) => mark !== "none" || body !== "", { path: ["body"] })
export type SaveNoteInput = z.infer<typeof saveNoteInput>

export const noteInput = z.strictObject({ noteId: z.uuid() })
export type NoteInput = z.infer<typeof noteInput>

/** Where reading stopped, and how many sentences lie behind: never fewer than were kept before. */
export const placeInput = z.strictObject({
  sentenceId: z.uuid(),
  sentencesRead: z.int().min(0).max(100_000),
  /** Words of the glossary opened since the last time. */
  openedTerms: z.array(z.uuid()).max(20).optional(),
})
export type PlaceInput = z.infer<typeof placeInput>

export const finishReadingInput = z.strictObject({ assignmentId: z.uuid() })
export type FinishReadingInput = z.infer<typeof finishReadingInput>
