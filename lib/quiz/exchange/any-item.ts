import fc from "fast-check"
import {
  type Answer,
  type ExchangeItem,
  gappedText,
  type NumericAnswer,
  type RichText,
} from "@/lib/quiz/exchange/exchange-item"

/** Any item that a file could hold, for the tests of what is written and read again. */

/** Words with every mark of both formats in them; no spaces at the ends and no runs of them, which neither keeps. */
const mark = fc.constantFrom(
  "~",
  "=",
  "#",
  "{",
  "}",
  ":",
  "\\",
  "%50%",
  "->",
  "<b>",
  "&amp;",
  "]]>",
  "//",
  "é",
  "ا",
  "[html]",
  "TRUE",
)
const word = fc.oneof(fc.stringMatching(/^[a-z]{1,6}$/), mark)
export const words = fc
  .array(word, { minLength: 1, maxLength: 5 })
  .chain((all) => fc.constantFrom("w", "%50%w", "[html]w").map((first) => `${first}${all.join(" ")}w`))
const rich = words.map((text): RichText => ({ format: "plain", text }))
const comment = fc.option(rich)
const share = fc.constantFrom(0, 25, 50, -25, 33.33333, 12.34567)

const choice = fc.record({ text: rich, percent: share, feedback: comment })
export const single = fc
  .tuple(choice, fc.array(choice, { minLength: 1, maxLength: 4 }))
  .map(([right, wrong]): Answer => ({ type: "single", choices: [{ ...right, percent: 100 }, ...wrong] }))
const multiple = fc
  .tuple(choice, fc.array(choice, { minLength: 1, maxLength: 4 }))
  .map(([right, wrong]): Answer => ({ type: "multiple", choices: [{ ...right, percent: 50 }, ...wrong] }))
const truth = fc.record({
  type: fc.constant("true-false" as const),
  isTrue: fc.boolean(),
  whenRight: comment,
  whenWrong: comment,
})
const wording = fc.record({ text: words, percent: share, feedback: comment })
export const short = fc.tuple(wording, fc.array(wording, { maxLength: 3 })).map(
  ([right, others]): Answer => ({
    type: "short",
    ignoreCase: true,
    wordings: [{ ...right, percent: 100 }, ...others],
  }),
)
const number = fc.tuple(fc.integer({ min: -999, max: 999 }), fc.nat(99)).map(([a, b]) => `${a}.${b}`)
const numeric = fc
  .tuple(
    fc.array(fc.record({ number, percent: fc.constantFrom(100, 50), feedback: comment }), {
      minLength: 1,
      maxLength: 3,
    }),
    comment,
  )
  .map(
    ([answers, otherwise]): Answer => ({
      type: "numeric",
      units: [],
      answers: [
        ...answers.map(
          ({ number: text, ...rest }): NumericAnswer => ({
            ...rest,
            accepts: { kind: "tolerance", number: text, tolerance: "0.5" },
          }),
        ),
        ...(otherwise ? [{ accepts: { kind: "other" as const }, percent: 0, feedback: otherwise }] : []),
      ],
    }),
  )
const matching = fc
  .tuple(
    fc.array(fc.record({ row: rich, match: words }), { minLength: 2, maxLength: 5 }),
    fc.array(words, { maxLength: 2 }),
  )
  .map(([pairs, extra]): Answer => ({ type: "matching", pairs, extra }))
export const classified = fc
  .tuple(
    fc.uniqueArray(words, { minLength: 2, maxLength: 8, selector: (text) => text.toLowerCase() }),
    fc.uniqueArray(fc.tuple(words, fc.nat(7)), {
      minLength: 2,
      maxLength: 20,
      selector: ([text]) => text.toLowerCase(),
    }),
  )
  .map(
    ([categories, placed]): Answer => ({
      type: "classification",
      categories,
      statements: placed.map(([text, at]) => ({ text, category: categories[at % categories.length] ?? "" })),
    }),
  )
const answer = fc.oneof(
  single,
  multiple,
  truth,
  short,
  numeric,
  matching,
  fc.constant<Answer>({ type: "long" }),
  fc.constant<Answer>({ type: "note" }),
)

export const item = fc.record({
  title: fc.option(words),
  prompt: rich,
  points: fc.constant(1),
  answer,
  feedback: comment,
  tags: fc.array(fc.stringMatching(/^[A-Z.0-9]{1,6}$/), { maxLength: 2 }),
  category: fc.array(words, { maxLength: 2 }),
})
/** A text without a question has nowhere to put a comment in GIFT. */
export const uncommented = (one: ExchangeItem): ExchangeItem =>
  one.answer.type === "note" ? { ...one, feedback: null } : one

/** One gap in the middle, which GIFT can write too. */
export const gapped = fc.tuple(words, words, single, short).map(([before, after, chosen, typed]): Answer[] =>
  [chosen, typed].map((one) => {
    const gap =
      one.type === "single"
        ? { weight: 1, kind: "choice" as const, choices: one.choices }
        : {
            weight: 1,
            kind: "short" as const,
            wordings: one.type === "short" ? one.wordings : [],
            ignoreCase: true,
          }
    return { type: "gap", pieces: [`${before} `, gap, ` ${after}`] }
  }),
)
export const gapItem = (one: Answer): ExchangeItem => {
  const pieces = one.type === "gap" ? one.pieces : []
  return {
    title: null,
    prompt: { format: "plain", text: gappedText(pieces) },
    points: 1,
    answer: one,
    feedback: null,
    tags: [],
    category: [],
  }
}
