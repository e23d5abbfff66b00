import fc from "fast-check"
import type { AuthoredItem } from "@/lib/quiz/authored-item"
import type { ItemLevel } from "@/lib/quiz/item-type"
import type { ItemTypeName } from "@/lib/quiz/item-types"

/** Any question of every type as a school may have stored it, half-written keys among them: for the tests of the file. */

const spice = fc.constantFrom(
  "option-1",
  "gone-1",
  "4.2",
  "<script>",
  "”",
  "é",
  "نص",
  "\n",
  "\\",
  "💬",
  "&amp;",
  "__proto__",
)
/** Words that are there, of at most 40 characters. */
export const words = fc
  .array(fc.oneof(fc.stringMatching(/^[a-zA-Z]{1,5}$/), spice), { maxLength: 4 })
  .map((parts) => `w${parts.join(" ")}`)
/** A version 4 id that says its number: shrinking keeps it one. */
const uuid = fc.uuid({ version: 4 })

type Parts = { content: unknown; key: unknown; optionIds?: string[] }
type Ground = readonly string[]

const distinct = (least: number, most: number) =>
  fc.uniqueArray(fc.record({ id: uuid, text: words }), {
    minLength: least,
    maxLength: most,
    selector: ({ text }) => text.trim().toLowerCase(),
  })

const proof = (sentenceIds: Ground) =>
  fc.record({
    quotes: fc.array(words, { maxLength: 3 }),
    sentenceIds: fc.uniqueArray(fc.constantFrom(...sentenceIds), { maxLength: 3 }),
  })

const percent = fc.constantFrom("0", "50", "100", "-25", "33.33333").map(Number)
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id)
const ofThese = (list: readonly string[]) => fc.constantFrom(...list)
/** By id. */
const byId = <T>(list: readonly string[], value: fc.Arbitrary<T>) =>
  fc
    .tuple(...list.map(() => value))
    .map((values) => Object.fromEntries(list.map((id, at) => [id, values[at]])))

const oneRight = (least: number, most: number) => (text: Ground) =>
  distinct(least, most).chain((options) =>
    fc
      .record({
        // An option that was right and was taken out leaves its id behind.
        answer: fc.oneof({ weight: 5, arbitrary: ofThese(ids(options)) }, { weight: 1, arbitrary: uuid }),
        evidence: proof(text),
      })
      .map((key): Parts => ({ content: { options }, key, optionIds: ids(options) })),
  )

const shared = (text: Ground) =>
  distinct(2, 6).chain((options) =>
    fc
      .record({ shares: byId(ids(options), percent), evidence: proof(text), answer: ofThese(ids(options)) })
      .map((key): Parts => ({ content: { options }, key, optionIds: ids(options) })),
  )

const multiple = (text: Ground) =>
  distinct(2, 6).chain((options) =>
    fc
      .record({ answers: fc.shuffledSubarray(ids(options)), evidence: proof(text) })
      .map((key): Parts => ({ content: { options }, key, optionIds: ids(options) })),
  )

const evidencePair = (text: Ground) =>
  fc
    .tuple(oneRight(2, 4)(text), words, fc.integer({ min: 1, max: 3 }))
    .map(([{ content, key, optionIds }, evidencePrompt, choose]): Parts => {
      const weights = { answer: 1, evidence: choose }
      return {
        content: { ...(content as object), evidencePrompt, choose },
        key: { ...(key as object), weights },
        optionIds,
      }
    })

const matching = (text: Ground) =>
  fc
    .tuple(distinct(2, 5), distinct(2, 5))
    .chain(([rows, options]) =>
      fc
        .record({ pairs: byId(ids(rows), ofThese(ids(options))), evidence: proof(text) })
        .map((key): Parts => ({ content: { rows, options }, key })),
    )

const classification = (text: Ground) =>
  fc
    .tuple(distinct(2, 4), distinct(2, 6))
    .chain(([categories, statements]) =>
      fc
        .record({ places: byId(ids(statements), ofThese(ids(categories))), evidence: proof(text) })
        .map((key): Parts => ({ content: { categories, statements }, key })),
    )

const ordering = (text: Ground) =>
  distinct(2, 6).chain((steps) =>
    fc
      .record({ order: fc.shuffledSubarray(ids(steps), { minLength: steps.length }), evidence: proof(text) })
      .map((key): Parts => ({ content: { steps }, key })),
  )

const piece = (text: string) => ({ text })
const gap = (text: Ground) =>
  fc
    .tuple(uuid, uuid, distinct(2, 4), words, words, percent)
    .chain(([typed, chosen, options, said, fill, share]) =>
      fc
        .record({ right: ofThese(ids(options)), evidence: proof(text), isWeighed: fc.boolean() })
        .map((made): Parts => {
          const { right, evidence, isWeighed } = made
          const pieces = [piece(said), { gap: typed, options: null }, piece("and"), { gap: chosen, options }]
          const wholly = { fill: right, percent: 100, comment: said }
          const weighed = { [chosen]: [wholly], [typed]: [{ fill, percent: share, comment: "" }] }
          const more = isWeighed ? { weighed, weights: { [chosen]: 3, [typed]: 1 } } : {}
          const gaps = { [typed]: [fill, "option-1"], [chosen]: [right] }
          return {
            content: { pieces },
            key: { gaps, ...more, ignoreCase: true, ignoreDiacritics: false, evidence },
          }
        }),
    )

const level = fc.record({ id: uuid, text: words, points: fc.integer({ min: 0, max: 5 }) })
const criterion = fc.record({
  id: uuid,
  title: words,
  levels: fc.array(level, { minLength: 2, maxLength: 4 }),
})
const long = (text: Ground) =>
  fc
    .record({ rubric: fc.record({ criteria: fc.array(criterion, { maxLength: 3 }) }), evidence: proof(text) })
    .map((key): Parts => ({ content: { maxLength: 1000, cite: 2 }, key }))

const short = (text: Ground) =>
  fc
    .record({
      variants: fc.uniqueArray(words, { minLength: 1, maxLength: 3 }),
      evidence: proof(text),
      comment: words,
    })
    .map(({ variants, evidence, comment }): Parts => {
      const weighed = variants.map((variant) => ({ text: variant, percent: 100, comment }))
      return {
        content: { maxLength: 200 },
        key: { variants, weighed, ignoreCase: true, ignoreDiacritics: true, evidence },
      }
    })

const numeric = (text: Ground) =>
  fc.record({ answer: fc.constantFrom("35", "-1.5", "", "1e3"), evidence: proof(text), unit: words }).map(
    ({ answer, evidence, unit }): Parts => ({
      content: { asksUnit: true },
      key: {
        answer,
        tolerance: { kind: "percent", amount: "0.5" },
        units: [unit.trim()],
        ignoreCase: true,
        weights: { number: 3, unit: 1 },
        evidence,
      },
    }),
  )

const nothing = (content: unknown) => () => fc.constant<Parts>({ content, key: null })
const sentences = (text: Ground) =>
  proof(text).map((evidence): Parts => ({ content: { choose: 2 }, key: { evidence } }))
const poll = () =>
  distinct(2, 4).map((options): Parts => ({ content: { options }, key: null, optionIds: ids(options) }))

const byType: Record<ItemTypeName, (text: Ground) => fc.Arbitrary<Parts>> = {
  single: (text) => fc.oneof(oneRight(2, 6)(text), shared(text)),
  multiple,
  "true-false": oneRight(2, 2),
  numeric,
  evidence: sentences,
  poll,
  short,
  "evidence-pair": evidencePair,
  matching,
  classification,
  ordering,
  gap,
  long,
  note: nothing({}),
}

const levelsOf = (type: ItemTypeName): ItemLevel[] =>
  type === "note" || type === "poll" ? ["my_view"] : ["author_says", "evidence_holds"]

const optional = fc.option(words)

/** A question of this type on a text with these sentences. */
export const anyItemOf = (type: ItemTypeName, text: Ground): fc.Arbitrary<AuthoredItem> =>
  fc
    .record({
      parts: byType[type](text),
      isWritten: fc.boolean(),
      level: fc.constantFrom(...levelsOf(type)),
      title: optional,
      prompt: words,
      hint: optional,
      points: fc.integer({ min: 1, max: 20 }),
      skills: fc.array(words, { maxLength: 3 }),
      explanation: optional,
      said: fc.record({ right: words, wrong: words }, { requiredKeys: [] }),
      optionWords: words,
    })
    .map(({ parts, isWritten, said, optionWords, explanation, ...common }) => {
      const isView = common.level === "my_view"
      const options = Object.fromEntries((parts.optionIds ?? []).map((id) => [id, optionWords]))
      const feedback = parts.optionIds ? { ...said, options } : said
      return {
        ...common,
        type,
        itemId: null,
        content: parts.content,
        key: isView || !isWritten ? null : parts.key,
        feedback: isView ? {} : feedback,
        explanation: isView ? null : explanation,
      }
    })
