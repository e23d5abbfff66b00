import "server-only"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { newId, newRandomId } from "@/lib/platform/ids"
import { buildRevision } from "@/lib/reading/build-revision"
import { type DraftWarning, draftFromBytes, type ReadingDraft } from "@/lib/reading/draft-reading"
import { formatOfFile } from "@/lib/reading/file-format"
import type { ImportReadingInput } from "@/lib/reading/input"
import { paragraphsOf, type SentenceView } from "@/lib/reading/sentences"
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
  const draft = draftFromBytes(given.bytes, format)
  if (!draft.ok) return draft
  const title = given.title ?? draft.value.title
  if (!title) return refuse("invalid", "reading.titleNeeded", { field: "title" })
  const recognised = { ...draft.value, title, author: given.author ?? draft.value.author }
  return given.dryRun
    ? rehearse(given, { ...doors, draft: recognised })
    : perform(given, { ...doors, draft: recognised })
}

type Recognised = Doors & { draft: ReadingDraft & { title: string } }

/** The same report without a trace: the ids in it are of sentences that were not made. */
async function rehearse(
  { lesson }: ImportReadingArguments,
  { draft, viewer, lessons }: Recognised,
): Promise<Decision<ImportReadingReport>> {
  const built = buildRevision(draft, [], newId)
  if (!built) return refuse("invalid", "reading.noSentence", { field: "file" })
  if (!lesson) return allow(report(draft, built.sentences))
  if (!viewer) return refuse("unauthenticated", "reading.personNeeded")
  const planned = await lessons.plan(viewer, lesson, built.sentences)
  return planned.ok ? allow({ ...report(draft, built.sentences), evidence: planned.value }) : planned
}

async function perform(
  { lesson }: ImportReadingArguments,
  { draft, viewer, lessons, now }: Recognised,
): Promise<Decision<ImportReadingReport>> {
  if (!viewer) return refuse("unauthenticated", "reading.personNeeded")
  const imported = await importReading(viewer, inputOf(draft), now)
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
  return { ...draft, readingId: newRandomId(), source: null, sourceUrl: null, deck: null, rightsNote: null }
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
