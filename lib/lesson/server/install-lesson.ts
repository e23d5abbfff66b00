import "server-only"
import { v5 } from "uuid"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { attachEvidence } from "@/lib/lesson/attach-evidence"
import { authorItem } from "@/lib/lesson/content/author-item"
import { type LessonContent, lessonContent } from "@/lib/lesson/content/lesson-content"
import { promptLine } from "@/lib/lesson/prompt-line"
import { rollingBack } from "@/lib/lesson/server/edit-draft"
import { database, type Transaction } from "@/lib/platform/database"
import { appendEvent } from "@/lib/platform/events"
import { newId, newRandomId } from "@/lib/platform/ids"
import { NO_EVIDENCE } from "@/lib/quiz/evidence"
import { writeItem } from "@/lib/quiz/server/item-store"
import { attachQuotes } from "@/lib/reading/anchors"
import type { SentenceView } from "@/lib/reading/sentences"
import { importReading } from "@/lib/reading/server/import-reading"

/** `isNew` is false where the lesson stood already: it is left as it is, edits and all. */
export type InstalledLesson = { lessonId: string; lessonVersionId: string; isNew: boolean }

/** Names readings after the slug of their lesson, so that an installation that was broken off finds its own again. */
const READINGS = "6f5f1d0a-4c38-4a53-9a0b-3f1a5f3d7c21"

/**
 * Puts a lesson that comes with the program into the school: its text, items with keys, prompts and glossary, owned by
 * the viewer and shared with every teacher. Does nothing where a lesson of that slug stands. The text is committed
 * first, because items are checked against it; the lesson and all of its items come in one transaction.
 */
export async function installLesson(
  viewer: Viewer,
  input: LessonContent,
  now: Date,
): Promise<Decision<InstalledLesson>> {
  if (!can(viewer, "lesson.create")) return refuse("forbidden", "lesson.teachersOnly")
  const content = lessonContent.parse(input)
  const standing = await findInstalled(database(), content.slug)
  if (standing) return allow({ ...standing, isNew: false })
  const readingId = v5(`${content.slug} ${viewer.userId}`, READINGS)
  const reading = await importReading(viewer, { readingId, ...content.reading, tasks: [] }, now)
  if (!reading.ok) return reading
  const { revisionId, sentences } = reading.value
  return rollingBack(async (tx): Promise<Decision<InstalledLesson>> => {
    const version = await insertVersion(tx, { viewer, content, revisionId, sentences })
    if (!version) return allow({ ...(await requireInstalled(tx, content.slug)), isNew: false })
    const items = await writeItems(tx, { viewer, content, version, sentences })
    if (!items.ok) return items
    return allow({ lessonId: version.lessonId, lessonVersionId: version.id, isNew: true })
  })
}

type Standing = Pick<InstalledLesson, "lessonId" | "lessonVersionId">

/** The newest version of the lesson with this slug. */
async function findInstalled(
  within: Pick<Transaction, "lessonVersion">,
  slug: string,
): Promise<Standing | null> {
  const version = await within.lessonVersion.findFirst({
    where: { lesson: { slug } },
    orderBy: { number: "desc" },
    select: { id: true, lessonId: true },
  })
  return version ? { lessonId: version.lessonId, lessonVersionId: version.id } : null
}

async function requireInstalled(tx: Transaction, slug: string): Promise<Standing> {
  const standing = await findInstalled(tx, slug)
  if (!standing) throw new Error(`The lesson ${slug} is there and cannot be found`)
  return standing
}

type Version = { id: string; lessonId: string; revisionId: string }
type NewVersion = {
  viewer: Viewer
  content: LessonContent
  revisionId: string
  sentences: readonly SentenceView[]
}

/** Null where somebody else has put the lesson in since we looked: the slug lets only one through. */
async function insertVersion(
  tx: Transaction,
  { viewer, content, revisionId, sentences }: NewVersion,
): Promise<Version | null> {
  const version = { id: newId(), lessonId: newId(), revisionId }
  const { slug, title, stanceStatement, packets, prompts, glossary } = content
  const lesson = { id: version.lessonId, slug, ownerId: viewer.userId, shared: true }
  const { count } = await tx.lesson.createMany({ data: [lesson], skipDuplicates: true })
  if (count === 0) return null
  await tx.lessonVersion.create({
    data: {
      ...version,
      number: 1,
      title,
      stanceStatement,
      packetFor: packets?.for.join("\n\n"),
      packetAgainst: packets?.against.join("\n\n"),
      prompts: {
        create: prompts.map((prompt, at) => ({ id: newId(), position: at + 1, ...promptLine(prompt) })),
      },
      glossary: {
        create: glossary.map(({ partOfSpeech = null, ...term }, at) => ({
          id: newId(),
          position: at + 1,
          partOfSpeech,
          ...term,
        })),
      },
      background: { create: backgroundOf(content, sentences) },
    },
  })
  await appendEvent(tx, { kind: "lesson.created", actorId: viewer.userId, subjectId: version.lessonId })
  return version
}

function backgroundOf({ background }: LessonContent, sentences: readonly SentenceView[]) {
  return (background ?? []).map(({ body, quotes, writtenOn }, at) => {
    const place = attachQuotes(quotes, sentences)
    const sentenceId = "sentenceId" in place ? place.sentenceId : null
    return { id: newId(), position: at + 1, body, sentenceId, writtenOn: new Date(writtenOn) }
  })
}

type NewItems = {
  viewer: Viewer
  content: LessonContent
  version: Version
  sentences: readonly SentenceView[]
}

async function writeItems(tx: Transaction, work: NewItems): Promise<Decision<null>> {
  const { viewer, content, version, sentences } = work
  for (const item of content.items) {
    const proof = attachEvidence(item.evidence, sentences) ?? NO_EVIDENCE
    const authored = authorItem(item, { newOptionId: newRandomId, proof })
    const written = await writeItem(tx, version, { item: authored, authorId: viewer.userId })
    if (!written.ok) return written
  }
  return allow(null)
}
