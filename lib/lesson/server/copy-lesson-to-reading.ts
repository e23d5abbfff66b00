import "server-only"
import { validate } from "uuid"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { type MissingEvidence, moveItems } from "@/lib/lesson/copy-onto-text"
import type { CopyLessonToReadingInput } from "@/lib/lesson/own-copy-input"
import { promptLine } from "@/lib/lesson/prompt-line"
import { insertLesson } from "@/lib/lesson/server/create-lesson"
import { rollingBack } from "@/lib/lesson/server/edit-draft"
import { poolCopies } from "@/lib/lesson/server/pool-copies"
import { database, type Transaction } from "@/lib/platform/database"
import { newId } from "@/lib/platform/ids"
import { writeNewItems } from "@/lib/quiz/server/item-store"
import { loadAuthoredItems } from "@/lib/quiz/server/load-authored-items"
import type { RevisionView, SentenceView } from "@/lib/reading/sentences"
import { loadReading } from "@/lib/reading/server/load-reading"

export type CopiedLesson = {
  lessonId: string
  /** Items whose evidence stands in the new text. */
  attached: number
  /** Items that were left out, because none of their evidence does. */
  missing: MissingEvidence[]
}

/**
 * A copy of a lesson on another text of the viewer's: items with their evidence found again by its quotes, prompts with
 * the text's own tasks after them, statement, glossary and background. Owned by the viewer, not shared: the text may be somebody's
 * published work. Asked twice with one `requestId`, it is made once.
 */
export async function copyLessonToReading(
  viewer: Viewer,
  input: CopyLessonToReadingInput,
): Promise<Decision<CopiedLesson>> {
  if (!can(viewer, "lesson.create")) return refuse("forbidden", "results.teachersOnly")
  const source = await findSource(viewer, input.lesson)
  if (!source) return refuse("missing", "results.noLesson")
  const reading = await loadReading(viewer, { readingId: input.readingId })
  if (!reading.ok || !reading.value.isOwner) return refuse("missing", "results.noReading")
  const { revision } = reading.value
  const placed = (await loadAuthoredItems(viewer, source.id)) ?? []
  const moved = moveItems(
    placed.map(({ item }) => item),
    revision.sentences,
  )
  return rollingBack(async (tx) => {
    const lessonId = input.requestId
    const title = copyTitle(source.title, revision)
    const made = await insertLesson(tx, viewer, { lessonId, title })
    if (made === "foreign") return refuse("conflict", "lesson.changedMeanwhile")
    const outcome = { lessonId, attached: moved.attached, missing: moved.missing }
    if (made === "there") return allow(outcome)
    const draft = await insertCopy(tx, { source, lessonId, title, revision })
    const written = await writeNewItems(tx, draft, { items: moved.items, authorId: viewer.userId })
    if (!written.ok) return written
    const sources = moved.from.flatMap((at) => placed[at] ?? [])
    await poolCopies(tx, draft.id, { sources, copies: written.value })
    return allow(outcome)
  })
}

/** What copying a lesson onto these sentences would do, without doing it. */
export async function planLessonCopy(
  viewer: Viewer,
  lesson: string,
  sentences: readonly SentenceView[],
): Promise<Decision<Pick<CopiedLesson, "attached" | "missing">>> {
  const source = await findSource(viewer, lesson)
  if (!source) return refuse("missing", "results.noLesson")
  const placed = (await loadAuthoredItems(viewer, source.id)) ?? []
  const { attached, missing } = moveItems(
    placed.map(({ item }) => item),
    sentences,
  )
  return allow({ attached, missing })
}

/** By id or slug: the newest version of a lesson that is the viewer's own or shared. */
async function findSource(viewer: Viewer, lesson: string) {
  const named = validate(lesson) ? { id: lesson } : { slug: lesson }
  const version = await database().lessonVersion.findFirst({
    where: { lesson: { ...named, OR: [{ ownerId: viewer.userId }, { shared: true }] } },
    orderBy: { number: "desc" },
    include: {
      lesson: { select: { ownerId: true, shared: true } },
      prompts: { orderBy: { position: "asc" } },
      glossary: { orderBy: { position: "asc" } },
      background: { orderBy: { position: "asc" } },
    },
    relationLoadStrategy: "join",
  })
  const facts = { isOwner: version?.lesson.ownerId === viewer.userId, isShared: version?.lesson.shared }
  return version && can(viewer, "lesson.copy", facts) ? version : null
}

type Source = NonNullable<Awaited<ReturnType<typeof findSource>>>

/** "Fake neutrality? (Hamid Mir)": the copy must not be taken for the lesson itself. */
const copyTitle = (title: string, { author, title: textTitle }: RevisionView): string =>
  `${title.slice(0, 120)} (${(author ?? textTitle).slice(0, 70)})`

type Copy = { source: Source; lessonId: string; title: string; revision: RevisionView }

async function insertCopy(tx: Transaction, { source, lessonId, title, revision }: Copy) {
  const draft = { id: newId(), lessonId, revisionId: revision.revisionId }
  const prompts = [
    ...source.prompts.map(({ text, hasSides }) => ({ text, hasSides })),
    ...revision.tasks.map(promptLine),
  ]
  const terms = source.glossary.map(({ lessonVersionId: _, ...term }) => ({ ...term, id: newId() }))
  await tx.lessonVersion.create({
    data: {
      ...draft,
      number: 1,
      title,
      stanceStatement: source.stanceStatement,
      packetFor: source.packetFor,
      packetAgainst: source.packetAgainst,
      prompts: { create: prompts.map((prompt, at) => ({ id: newId(), position: at + 1, ...prompt })) },
      glossary: { create: terms },
      background: { create: backgroundOn(revision, source) },
    },
  })
  return draft
}

/** A note whose sentence the new text has stays beside it; any other is about the whole text, where it cannot mislead. */
function backgroundOn({ sentences }: RevisionView, { background }: Source) {
  const known = new Set(sentences.map(({ id }) => id))
  return background.map(({ lessonVersionId: _, sentenceId, ...note }) => {
    return { ...note, id: newId(), sentenceId: sentenceId && known.has(sentenceId) ? sentenceId : null }
  })
}
