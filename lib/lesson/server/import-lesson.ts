import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { LessonParts } from "@/lib/lesson/exchange/lesson-parts"
import { type LessonPlan, planOf, type ToldFault, tellFaults } from "@/lib/lesson/exchange/lesson-plan"
import type { LessonReading } from "@/lib/lesson/exchange/read-lesson-file"
import { writeLessonFile } from "@/lib/lesson/exchange/write-lesson-file"
import { insertLesson } from "@/lib/lesson/server/create-lesson"
import { rollingBack } from "@/lib/lesson/server/edit-draft"
import { findPartsByTitle } from "@/lib/lesson/server/lesson-parts-store"
import { poolCopies } from "@/lib/lesson/server/pool-copies"
import { uniqueSlug } from "@/lib/lesson/slug"
import type { Transaction } from "@/lib/platform/database"
import { appendEvent } from "@/lib/platform/events"
import { newId } from "@/lib/platform/ids"
import { readSealed } from "@/lib/platform/read-sealed"
import { writeNewItems } from "@/lib/quiz/server/item-store"
import { articleHtml } from "@/lib/reading/article-html"
import { countWords } from "@/lib/reading/readability"
import { insertRevision } from "@/lib/reading/server/store"

export type LessonFileInput = { bytes: Uint8Array; fileName: string }

/** A lesson that is the same to the byte, and stands in the library already. */
export type Alike = { lessonId: string; slug: string }

export type PlannedLesson =
  | { state: "ready"; plan: LessonPlan; alike: Alike | null }
  | { state: "faulty"; faults: ToldFault[] }

/** The file of the worker that reads lessons, from the project's folder. */
const LESSON_FILE_WORKER = "lib/lesson/server/lesson-file-worker.ts"

async function read({ bytes, fileName }: LessonFileInput): Promise<Decision<LessonReading>> {
  const answer = await readSealed<Decision<LessonReading>>(LESSON_FILE_WORKER, { bytes, fileName })
  return answer.ok ? answer.value : refuse("invalid", "lesson.fileTooHard", { field: "file" })
}

/** What a file would bring, and whether it is there already. Nothing is written. */
export async function planLesson(viewer: Viewer, file: LessonFileInput): Promise<Decision<PlannedLesson>> {
  if (!can(viewer, "lesson.create")) return refuse("forbidden", "lesson.teachersOnly")
  const reading = await read(file)
  if (!reading.ok) return reading
  if (reading.value.state === "faulty")
    return allow({ state: "faulty", faults: tellFaults(reading.value.faults, []) })
  const { value } = reading.value
  const alike = value.leftOut.length === 0 ? await findAlike(viewer, value.lesson) : null
  return allow({ state: "ready", plan: planOf(value), alike })
}

async function findAlike(viewer: Viewer, lesson: LessonParts): Promise<Alike | null> {
  const text = writeLessonFile(lesson)
  const standing = await findPartsByTitle(viewer, lesson.title)
  const same = standing.find(({ parts }) => writeLessonFile(parts) === text)
  return same ? { lessonId: same.lessonId, slug: same.slug } : null
}

export type ImportLessonInput = LessonFileInput & {
  /** Becomes the lesson's id: pressed twice, it is made once. */
  requestId: string
  /** Bring in the others where some questions cannot be read. */
  rest: boolean
}

export type ImportedLesson = { lessonId: string; slug: string; plan: LessonPlan }

/**
 * Makes a lesson of a file, with a reading of its own: all of it in one transaction, or nothing. It belongs to the viewer
 * and is not shared. Refuses a file of which something cannot be read, unless `rest` says to leave such questions out.
 */
export async function importLesson(
  viewer: Viewer,
  { requestId, rest, ...file }: ImportLessonInput,
  now: Date,
): Promise<Decision<ImportedLesson>> {
  if (!can(viewer, "lesson.create") || !can(viewer, "reading.create"))
    return refuse("forbidden", "lesson.teachersOnly")
  const reading = await read(file)
  if (!reading.ok) return reading
  if (reading.value.state === "faulty") return refuse("invalid", "lesson.fileFaulty", { field: "file" })
  const { lesson, leftOut } = reading.value.value
  if (leftOut.length > 0 && !rest)
    return refuse("conflict", "lesson.fileLeavesOut", { params: { count: leftOut.length }, field: "file" })
  const made = await rollingBack(
    (tx) => write(tx, { viewer, lesson, lessonId: requestId, now }),
    // A whole book takes longer than what one writes by hand.
    { timeout: 30_000 },
  )
  const slug = uniqueSlug(lesson.title, requestId)
  return made.ok ? allow({ lessonId: requestId, slug, plan: planOf(reading.value.value) }) : made
}

type Work = { viewer: Viewer; lesson: LessonParts; lessonId: string; now: Date }

async function write(tx: Transaction, { viewer, lesson, lessonId, now }: Work): Promise<Decision<null>> {
  const made = await insertLesson(tx, viewer, { lessonId, title: lesson.title })
  if (made === "foreign") return refuse("conflict", "lesson.fileAgain")
  if (made === "there") return allow(null)
  const revisionId = await writeReading(tx, { viewer, lesson, lessonId, now })
  const draft = { id: newId(), lessonId, revisionId }
  await writeWords(tx, draft, lesson)
  const written = await writeNewItems(tx, draft, {
    items: lesson.items.map(({ item }) => item),
    authorId: viewer.userId,
    sentenceIds: new Set(lesson.reading.sentences.map(({ id }) => id)),
  })
  if (!written.ok) return written
  await poolCopies(tx, draft.id, { sources: lesson.items, copies: written.value })
  return allow(null)
}

/** The text as the file numbers it. What browsers get of it is made here, out of the sentences, and never taken from a file. */
async function writeReading(tx: Transaction, { viewer, lesson, now }: Work): Promise<string> {
  const { sentences, ...about } = lesson.reading
  const [readingId, revisionId] = [newId(), newId()]
  const createdById = viewer.userId
  const paragraphs = sentences.map(({ text }) => text)
  await tx.reading.create({ data: { id: readingId, ownerId: createdById, createdAt: now } })
  await insertRevision(tx, {
    revisionId,
    readingId,
    number: 1,
    createdById,
    now,
    details: { ...about, paragraphs },
    built: {
      sentences,
      newIds: sentences.map(({ id }) => id),
      wordCount: countWords(paragraphs.join("\n"), about.language),
      html: articleHtml(sentences),
    },
  })
  await appendEvent(tx, { kind: "reading.imported", actorId: createdById, subjectId: readingId })
  return revisionId
}

type Draft = { id: string; lessonId: string; revisionId: string }

async function writeWords(tx: Transaction, draft: Draft, lesson: LessonParts): Promise<void> {
  const { title, stanceStatement, packetFor, packetAgainst, prompts, glossary, background } = lesson
  const placed = (at: number) => ({ id: newId(), position: at + 1 })
  await tx.lessonVersion.create({
    data: {
      ...draft,
      number: 1,
      title,
      stanceStatement,
      packetFor,
      packetAgainst,
      prompts: { create: prompts.map((prompt, at) => ({ ...placed(at), ...prompt })) },
      glossary: { create: glossary.map((term, at) => ({ ...placed(at), ...term })) },
      background: {
        create: background.map(({ writtenOn, ...note }, at) => {
          return { ...placed(at), ...note, writtenOn: new Date(writtenOn) }
        }),
      },
    },
    select: { id: true },
  })
}
