import type { ItemWords } from "@/lib/quiz/item-in-words"
import { paragraphsOf, type RevisionView, sentenceLabel } from "@/lib/reading/sentences"
import { markdownFile, plainMarkdown } from "./markdown"

export type LessonItem = {
  position: number
  title: string | null
  prompt: string
  /** What kind it is, in words. */
  kind: string
  points: number | null
  words: ItemWords
}

export type LessonFacts = {
  title: string
  reading: Pick<
    RevisionView,
    "title" | "author" | "source" | "sourceUrl" | "publishedOn" | "rightsNote" | "sentences"
  >
  items: readonly LessonItem[]
  prompts: readonly { position: number; text: string }[]
  glossary: readonly { term: string; definition: string }[]
  background: readonly { body: string; writtenOn: string }[]
  stanceStatement: string | null
}

type LessonHead =
  | "reading"
  | "questions"
  | "discussion"
  | "glossary"
  | "background"
  | "statement"
  | "right"
  | "gradedBy"
  | "proof"
  | "points"

export type LessonWords = { of: (head: LessonHead) => string }

/** A lesson to read and keep: the text with its numbered sentences, the questions with their keys, and what goes with it. */
export function lessonMarkdown(lesson: LessonFacts, words: LessonWords): string {
  const { reading, stanceStatement } = lesson
  const credit = [reading.author, reading.source, reading.publishedOn, reading.sourceUrl].filter(Boolean)
  return markdownFile([
    `# ${plainMarkdown(lesson.title)}`,
    stanceStatement && `${words.of("statement")}: ${plainMarkdown(stanceStatement)}`,
    `## ${words.of("reading")}: ${plainMarkdown(reading.title)}`,
    credit.map((part) => plainMarkdown(part ?? "")).join(", "),
    ...paragraphsOf(reading.sentences).map((paragraph) =>
      paragraph.map((sentence) => `**${sentenceLabel(sentence)}** ${plainMarkdown(sentence.text)}`).join(" "),
    ),
    reading.rightsNote && plainMarkdown(reading.rightsNote),
    ...section(
      words.of("background"),
      lesson.background,
      ({ body, writtenOn }) => `${plainMarkdown(body)} (${writtenOn})`,
    ),
    ...section(
      words.of("glossary"),
      lesson.glossary,
      ({ term, definition }) => `**${plainMarkdown(term)}**: ${plainMarkdown(definition)}`,
    ),
    ...section(words.of("questions"), lesson.items, (item) => itemBlock(item, words)),
    ...section(
      words.of("discussion"),
      lesson.prompts,
      ({ position, text }) => `${position}. ${plainMarkdown(text)}`,
    ),
  ])
}

const section = <T>(head: string, list: readonly T[], block: (one: T) => string): string[] =>
  list.length > 0 ? [`## ${head}`, ...list.map(block)] : []

function itemBlock(
  { position, title, prompt, kind, points, words: item }: LessonItem,
  words: LessonWords,
): string {
  const worth = points === null ? "" : `, ${words.of("points")}: ${points}`
  const lines = [
    ...item.options.map(
      ({ text, isRight }) => `- ${isRight ? `**${words.of("right")}** ` : ""}${plainMarkdown(text)}`,
    ),
    ...item.answers.map((answer) => `- **${words.of("right")}** ${plainMarkdown(answer)}`),
    ...item.parts.map(
      ({ label, right }) => `- ${plainMarkdown(label)}${right === null ? "" : `: ${plainMarkdown(right)}`}`,
    ),
    ...item.criteria.map((criterion) => `- ${words.of("gradedBy")}: ${plainMarkdown(criterion)}`),
    ...item.quotes.map((quote) => `- ${words.of("proof")}: “${plainMarkdown(quote)}”`),
  ]
  return [
    `### ${position}. ${plainMarkdown(title ?? prompt)}`,
    `${kind}${worth}`,
    ...(title ? [plainMarkdown(prompt)] : []),
    lines.join("\n"),
  ]
    .filter(Boolean)
    .join("\n\n")
}
