import { database } from "@/lib/platform/database"
import type { Assignment } from "@/lib/platform/generated/client"
import { newId, newRandomId } from "@/lib/platform/ids"
import { articleHtml } from "@/lib/reading/article-html"

// Straight to the tables, as in factories.ts.

const article = [
  ["Mir asks what neutrality is worth.", "His answer is short."],
  [
    "An abstention does not place you in the middle.",
    "It leaves the field to the stronger side.",
    "So he says.",
  ],
  ["Trade is the reason that is given.", "The contracts are listed."],
]

/** A reading of one revision: paragraphs of sentences. */
export async function makeReading(ownerId: string, paragraphs: string[][] = article) {
  const [readingId, revisionId] = [newId(), newId()]
  const sentences = paragraphs.flatMap((texts, at) =>
    texts.map((text, index) => ({ id: newId(), paragraph: at + 1, ordinal: index + 1, text })),
  )
  await database().reading.create({ data: { id: readingId, ownerId } })
  await database().sentence.createMany({ data: sentences.map(({ id }) => ({ id, readingId })) })
  await database().readingRevision.create({
    data: {
      id: revisionId,
      readingId,
      number: 1,
      title: "Fake neutrality",
      language: "en",
      kind: "opinion",
      tasks: ["Express your opinion"],
      wordCount: sentences.flatMap(({ text }) => text.split(" ")).length,
      html: articleHtml(sentences),
      createdById: ownerId,
      sentences: {
        create: sentences.map(({ id, ...sentence }) => ({ sentenceId: id, ...sentence })),
      },
    },
  })
  return { readingId, revisionId, sentences }
}

type LessonOptions = { title?: string; shared?: boolean; prompts?: string[]; stanceStatement?: string | null }

/** A lesson of one version on a reading of its own, without items. */
export async function makeLesson(ownerId: string, options: LessonOptions = {}) {
  const reading = await makeReading(ownerId)
  const [lessonId, lessonVersionId] = [newId(), newId()]
  const prompts = options.prompts ?? ["Can a state be neutral in somebody else's war?"]
  await database().lesson.create({
    data: { id: lessonId, slug: `lesson-${lessonId}`, ownerId, shared: options.shared ?? false },
  })
  await database().lessonVersion.create({
    data: {
      id: lessonVersionId,
      lessonId,
      number: 1,
      title: options.title ?? "Fake neutrality?",
      revisionId: reading.revisionId,
      stanceStatement:
        options.stanceStatement === undefined ? "Neutral in practice" : options.stanceStatement,
      prompts: { create: prompts.map((text, at) => ({ id: newId(), position: at + 1, text })) },
    },
  })
  return { lessonId, lessonVersionId, ...reading }
}

/** A single choice at the next place of a version, with two options of which the first is right. */
export async function makeItem(
  { lessonId, lessonVersionId }: { lessonId: string; lessonVersionId: string },
  createdById: string,
  { keyed = true }: { keyed?: boolean } = {},
) {
  const [itemId, itemVersionId, right, wrong] = [newId(), newId(), newRandomId(), newRandomId()]
  const options = [
    { id: right, text: "It favours the stronger" },
    { id: wrong, text: "It ends the war" },
  ]
  const content = { options }
  await database().item.create({ data: { id: itemId, lessonId } })
  await database().itemVersion.create({
    data: {
      id: itemVersionId,
      itemId,
      number: 1,
      type: "single",
      level: "author_says",
      prompt: "What does abstaining do?",
      content,
      skills: [],
    },
  })
  if (keyed)
    await database().itemKey.create({
      data: {
        id: newId(),
        itemVersionId,
        keyRevision: 1,
        key: { answer: right, evidence: { quotes: [], sentenceIds: [] } },
        createdById,
      },
    })
  const position = 1 + (await database().lessonVersionItem.count({ where: { lessonVersionId } }))
  await database().lessonVersionItem.create({ data: { lessonVersionId, position, itemVersionId } })
  return { itemId, itemVersionId, options }
}

const HOUR = 3_600_000

/** An assignment that opened yesterday, is due the day after tomorrow and closes a day later. */
export async function makeAssignment(
  where: { classId: string; lessonVersionId: string; createdById: string },
  options: Partial<Assignment> = {},
): Promise<Assignment> {
  const hours = (count: number) => new Date(Date.now() + count * HOUR)
  const dates = { opensAt: hours(-24), dueAt: hours(48), closesAt: hours(72) }
  await database().lessonVersion.update({
    where: { id: where.lessonVersionId },
    data: { sealedAt: new Date() },
  })
  return database().assignment.create({ data: { id: newId(), ...dates, ...where, ...options } })
}
