import "server-only"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { newId, newRandomId } from "@/lib/platform/ids"
import { buildRevision } from "@/lib/reading/build-revision"
import type { DraftWarning, ReadingDraft } from "@/lib/reading/draft-reading"
import { type FileFormat, formatOfFile, isDocument } from "@/lib/reading/file-format"
import type { ImportReadingInput } from "@/lib/reading/input"
import { paragraphsOf, type SentenceView } from "@/lib/reading/sentences"
import { draftFromFile } from "@/lib/reading/server/draft-from-file"
import { importReading } from "@/lib/reading/server/import-reading"

type Evidence = { attached: number; missing: unknown[] }

/** What the lesson room does with a text; handed in, because this room does not know that one. */
export type LessonCopier = {
  plan: (viewer: Viewer, lesson: string, sentences: readonly SentenceView[]) => Promise<Decision<Evidence>>
  copy: (
    viewer: Viewer,
    input: { requestId: string; lesson: string; readingId: string },
  ) => Promise<Decision<Evidence & { lessonId: string }>>
}

export type ImportReadingArguments = {
  fileName: string
  bytes: Uint8Array
  /** Slug or id: also makes a copy of that lesson on this text. */
  lesson?: string
  /** Instead of what was recognised. */
  title?: string
  author?: string
  /** Save nothing. Without a lesson it needs no person and no database either. */
  dryRun: boolean
}

/** As `contract.md` has it, and with what was repaired and made. */
export type ImportReadingReport = {
  title: string
  author: string | null
  language: string
  paragraphs: { number: number; sentences: { id: string; text: string }[] }[]
  task: string[]
  warnings: DraftWarning[]
  repairs: ReadingDraft["repairs"]
  evidence: Evidence
  readingId: string | null
  lessonId: string | null
}

type Doors = { viewer: Viewer | null; lessons: LessonCopier; now: Date }

/**
 * `colloquy import-reading FILE`: recognises a text, saves it as a reading of `viewer`, and with a lesson makes a copy of
 * that lesson on it. What was recognised is taken as it is: correct it on screen.
 */
export async function importReadingCommand(
  given: ImportReadingArguments,
  doors: Doors,
): Promise<Decision<ImportReadingReport>> {
  const format = formatOfFile(given.fileName)
  if (!format) return refuse("invalid", "reading.unsupportedFile", { field: "file" })
  const draft = await draftFromFile(given.bytes, format)
  if (!draft.ok) return draft
  const named = given.title
    ? { ...draft.value, title: given.title }
    : titledByFile(draft.value, given, format)
  const { title } = named
  if (!title) return refuse("invalid", "reading.titleNeeded", { field: "title" })
  const recognised = { ...named, title, author: given.author ?? draft.value.author }
  const work = { ...doors, draft: recognised, isDocument: isDocument(format) }
  return given.dryRun ? rehearse(given, work) : perform(given, work)
}

/** A document without a title has the name of its file, and says so; a plain text has to be told. */
function titledByFile(
  draft: ReadingDraft,
  { fileName }: ImportReadingArguments,
  format: FileFormat,
): ReadingDraft {
  if (draft.title || !isDocument(format)) return draft
  const title = fileName.replace(/\.[a-z0-9]+$/i, "").slice(0, 300)
  const others = draft.warnings.filter(({ code }) => code !== "noTitle")
  return { ...draft, title, warnings: [...others, { code: "titleFromFile", params: { title } }] }
}

type Recognised = Doors & { draft: ReadingDraft & { title: string }; isDocument: boolean }

/** The same report without a trace: the ids in it are of sentences that were not made. */
async function rehearse(
  { lesson }: ImportReadingArguments,
  { draft, isDocument, viewer, lessons }: Recognised,
): Promise<Decision<ImportReadingReport>> {
  const built = buildRevision({ ...draft, isDocument }, [], newId)
  if (!built) return refuse("invalid", "reading.noSentence", { field: "file" })
  if (!lesson) return allow(report(draft, built.sentences))
  if (!viewer) return refuse("unauthenticated", "reading.personNeeded")
  const planned = await lessons.plan(viewer, lesson, built.sentences)
  return planned.ok ? allow({ ...report(draft, built.sentences), evidence: planned.value }) : planned
}

async function perform(
  { lesson }: ImportReadingArguments,
  { draft, isDocument, viewer, lessons, now }: Recognised,
): Promise<Decision<ImportReadingReport>> {
  if (!viewer) return refuse("unauthenticated", "reading.personNeeded")
  const imported = await importReading(viewer, { ...inputOf(draft), isDocument }, now)
  if (!imported.ok) return imported
  const { readingId, sentences } = imported.value
  const made = { ...report(draft, sentences), readingId }
  if (!lesson) return allow(made)
  const copied = await lessons.copy(viewer, { requestId: newRandomId(), lesson, readingId })
  if (!copied.ok) return copied
  const { lessonId, attached, missing } = copied.value
  return allow({ ...made, lessonId, evidence: { attached, missing } })
}

const inputOf = ({ repairs: _, warnings: __, ...draft }: Recognised["draft"]): ImportReadingInput => {
  return { ...draft, readingId: newRandomId(), deck: null, rightsNote: null }
}

function report(draft: Recognised["draft"], sentences: readonly SentenceView[]): ImportReadingReport {
  return {
    title: draft.title,
    author: draft.author,
    language: draft.language,
    paragraphs: paragraphsOf(sentences).map((paragraph, at) => {
      return { number: at + 1, sentences: paragraph.map(({ id, text }) => ({ id, text })) }
    }),
    task: draft.tasks,
    warnings: draft.warnings,
    repairs: draft.repairs,
    evidence: { attached: 0, missing: [] },
    readingId: null,
    lessonId: null,
  }
}
