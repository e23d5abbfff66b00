import fc from "fast-check"
import { itemTypeNames } from "@/lib/quiz/item-types"
import { anyItemOf, words } from "./any-item"
import type { LessonParts, PartItem } from "./lesson-parts"

/** Any lesson as a school may have it, a question of every type in it: for the tests of the file. */

const SENTENCES = [
  "00000000-0000-7000-8000-000000000001",
  "00000000-0000-7000-8000-000000000002",
  "00000000-0000-7000-8000-000000000003",
] as const

const PLACES = [
  [1, 1],
  [1, 2],
  [3, 1],
] as const

const optional = fc.option(words)
const line = words.map((text) => text.replaceAll("\n", " ").replace(/\s+/g, " ").normalize("NFC").trim())

const reading = fc
  .record({
    title: words,
    author: optional,
    source: optional,
    sourceUrl: fc.constantFrom(null, "https://paper.example/a?b=1"),
    publishedOn: optional,
    language: fc.constantFrom("en", "ur", "zh-Hant"),
    kind: fc.constantFrom("opinion" as const, "news" as const, "reference" as const),
    deck: optional,
    rightsNote: optional,
    tasks: fc.array(words, { maxLength: 2 }),
    texts: fc.tuple(line, line, line),
  })
  .map(({ texts, ...about }): LessonParts["reading"] => ({
    ...about,
    sentences: SENTENCES.map((id, at) => {
      const [paragraph = 1, ordinal = 1] = PLACES[at] ?? []
      return { id, paragraph, ordinal, text: `${texts[at]}ww.` }
    }),
  }))

const term = fc.record({
  term: words,
  forms: fc.array(words, { maxLength: 2 }),
  partOfSpeech: optional,
  definition: words,
})
const note = fc.record({
  sentenceId: fc.constantFrom(null, ...SENTENCES),
  body: words,
  writtenOn: fc.constantFrom("2026-11-25", "2024-02-29"),
})

/** Pools as a lesson keeps them: their questions together, and no more drawn than there are. */
const items = fc
  .tuple(
    fc.tuple(...itemTypeNames.map((type) => anyItemOf(type, SENTENCES))),
    fc.option(fc.tuple(words, fc.integer({ min: 1, max: 3 }))),
  )
  .map(([all, pooled]): PartItem[] =>
    all.map((item, at) => ({
      item,
      pool: pooled && at >= 2 && at < 5 ? { name: pooled[0], draw: pooled[1] } : null,
    })),
  )

export const anyLesson: fc.Arbitrary<LessonParts> = fc.record({
  title: words,
  stanceStatement: optional,
  packetFor: optional,
  packetAgainst: optional,
  prompts: fc.array(fc.record({ text: words, hasSides: fc.boolean() }), { maxLength: 3 }),
  reading,
  glossary: fc.array(term, { maxLength: 2 }),
  background: fc.array(note, { maxLength: 2 }),
  items,
})
