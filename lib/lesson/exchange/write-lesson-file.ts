import type { PromptLine } from "@/lib/lesson/prompt-line"
import { paragraphsOf, sentenceLabel } from "@/lib/reading/sentences"
import { inOneOrder } from "./canonical"
import { exchangeNames, localNames } from "./exchange-names"
import { type FileItem, FORMAT, type LessonFile, VERSION } from "./lesson-file"
import type { LessonParts, PartItem } from "./lesson-parts"

/** A lesson as the text of a file. Two of the same lesson are the same to the byte, whatever its ids. */
export const writeLessonFile = (lesson: LessonParts): string =>
  `${JSON.stringify(lessonFileOf(lesson), null, 2)}\n`

function lessonFileOf(lesson: LessonParts): LessonFile {
  const { title, stanceStatement, packetFor, packetAgainst, prompts, glossary, background, items } = lesson
  const labels = new Map(lesson.reading.sentences.map((one) => [one.id, sentenceLabel(one)]))
  return {
    format: FORMAT,
    version: VERSION,
    title,
    stanceStatement,
    packets: { for: packetFor, against: packetAgainst },
    prompts: prompts.map(({ text }) => text),
    ...withoutSides(prompts),
    reading: readingOf(lesson.reading),
    glossary: glossary.map(({ term, forms, partOfSpeech, definition }) => {
      return { term, forms, partOfSpeech, definition }
    }),
    background: background.map(({ sentenceId, body, writtenOn }) => {
      return { sentence: (sentenceId && labels.get(sentenceId)) || null, body, writtenOn }
    }),
    pools: poolsOf(items),
    items: items.map((one) => itemOf(one, labels)),
  }
}

function readingOf(reading: LessonParts["reading"]): LessonFile["reading"] {
  const { title, author, source, sourceUrl, publishedOn, language, kind, deck, rightsNote, tasks } = reading
  const paragraphs = paragraphsOf(reading.sentences).map((sentences) => ({
    number: sentences[0]?.paragraph ?? 1,
    sentences: sentences.map((one) => ({ id: sentenceLabel(one), text: one.text })),
  }))
  const about = { title, author, source, sourceUrl, publishedOn, language, kind, deck, rightsNote }
  return { ...about, tasks, paragraphs }
}

/** In the order in which their questions come. */
const poolsOf = (items: readonly PartItem[]): LessonFile["pools"] => [
  ...new Map(
    items.flatMap(({ pool }) => (pool ? [[pool.name, { name: pool.name, draw: pool.draw }]] : [])),
  ).values(),
]

function itemOf({ item, pool }: PartItem, labels: ReadonlyMap<string, string>): FileItem {
  const { type, level, title, prompt, hint, points, skills, explanation } = item
  const held = { content: item.content, key: item.key ?? null, feedback: item.feedback }
  const { content, key, feedback } = exchangeNames(type, held, localNames(labels))
  return {
    type,
    level,
    title,
    prompt,
    hint,
    points,
    skills,
    pool: pool?.name ?? null,
    content: inOneOrder(content),
    key: inOneOrder(key),
    feedback: inOneOrder(feedback) as FileItem["feedback"],
    explanation,
  }
}

function withoutSides(prompts: readonly PromptLine[]): { promptsWithoutSides?: number[] } {
  const numbers = prompts.flatMap(({ hasSides }, at) => (hasSides ? [] : [at + 1]))
  return numbers.length > 0 ? { promptsWithoutSides: numbers } : {}
}
