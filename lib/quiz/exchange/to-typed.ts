import { NO_EVIDENCE } from "@/lib/quiz/evidence"
import type { Answer, Choice, Gap, NumericAnswer, RichText, Wording } from "@/lib/quiz/exchange/exchange-item"
import { middleOf } from "@/lib/quiz/exchange/middle-of"
import { plainTextOf } from "@/lib/quiz/exchange/plain-text"
import { itemTypeOf } from "@/lib/quiz/item-types"
import { evenPercent, isWholePercent, shareOfParts } from "@/lib/quiz/share"
import { ANY_OTHER, type Fills, keepFills } from "@/lib/quiz/types/gap/fills"
import type { WeighedFill } from "@/lib/quiz/types/gap/shapes"
import { LONGEST_COMMENT } from "@/lib/quiz/types/numeric/limits"
import { keepNumbers } from "@/lib/quiz/types/numeric/numbers"
import { hasLetterStars, keepWordings } from "@/lib/quiz/types/short/wordings"

/** The part of an item that its type decides, and what of the file it could not take. */
export type Typed = {
  content: unknown
  key: unknown
  feedback: { options?: Record<string, string>; right?: string; wrong?: string }
  warnings: string[]
}

type NewId = () => string
type AnswerOf<Type extends Answer["type"]> = Extract<Answer, { type: Type }>

const said = (text: RichText | null): string => (text ? plainTextOf(text) : "")
const only = <T extends string>(wanted: T, when: boolean): T[] => (when ? [wanted] : [])

export function typedChoice({ type, choices }: AnswerOf<"single" | "multiple">, newId: NewId): Typed {
  const { options, comments } = optionsOf(choices, newId)
  const common = { content: { options }, feedback: comments }
  const shareOf = (at: number) => choices[at]?.percent ?? 0
  if (type === "single") {
    const answer = options.find((_, at) => isWholePercent(shareOf(at)))?.id ?? ""
    const shares = sharesBy(options, choices, (id) => id !== answer)
    return { ...common, key: { answer, ...shares, evidence: NO_EVIDENCE }, warnings: [] }
  }
  const answers = options.filter((_, at) => shareOf(at) > 0).map(({ id }) => id)
  const isAlmost = !isEven(choices, PLAIN) && isEven(choices, ALMOST)
  const even = evenPercent(answers.length)
  const meant = isAlmost ? choices.map((one) => (one.percent > 0 ? { ...one, percent: even } : one)) : choices
  const isPlain = isEven(meant, PLAIN) && meant.every(({ percent }) => percent >= 0)
  const takesAll = answers.length === options.length
  const shares = isPlain && !takesAll ? {} : sharesBy(options, meant, () => true)
  const reached = shareOfParts(meant.filter(({ percent }) => percent > 0))
  return {
    ...common,
    key: { answers, ...shares, evidence: NO_EVIDENCE },
    warnings: [
      ...only("sharesEvened", isAlmost),
      ...only("sharesBelowWhole", "shares" in shares && reached.numerator < reached.denominator),
    ],
  }
}

/** How far from an even share still is one, in percent: 33.33 of a third. */
const PLAIN = 0.01
/** 33 percent for each of three is meant to be a third; Moodle's importer takes the nearest share there, too. */
const ALMOST = 1

/** Whether each option that is right has the same share of all the points. Our own rule needs no shares for that. */
function isEven(choices: readonly Choice[], within: number): boolean {
  const right = choices.filter(({ percent }) => percent > 0)
  return right.every(({ percent }) => Math.abs(percent - 100 / right.length) < within)
}

function sharesBy(
  options: readonly { id: string }[],
  choices: readonly Choice[],
  isSaid: (id: string) => boolean,
): { shares?: Record<string, number> } {
  const shares = options.flatMap(({ id }, at): [string, number][] => {
    const percent = choices[at]?.percent ?? 0
    return percent !== 0 && isSaid(id) ? [[id, percent]] : []
  })
  return shares.length > 0 ? { shares: Object.fromEntries(shares) } : {}
}

function optionsOf(choices: readonly Choice[], newId: NewId) {
  const options = choices.map(({ text }) => ({ id: newId(), text: plainTextOf(text) }))
  const comments = options.flatMap(({ id }, at) => {
    const comment = said(choices[at]?.feedback ?? null)
    return comment === "" ? [] : [[id, comment] as const]
  })
  return { options, comments: comments.length > 0 ? { options: Object.fromEntries(comments) } : {} }
}

export function typedTruth({ isTrue, whenRight, whenWrong }: AnswerOf<"true-false">, newId: NewId): Typed {
  const { content } = itemTypeOf("true-false").blank(newId)
  const { options } = content as { options: { id: string }[] }
  const feedback = {
    ...(whenRight ? { right: said(whenRight) } : {}),
    ...(whenWrong ? { wrong: said(whenWrong) } : {}),
  }
  return {
    content,
    key: { answer: options[isTrue ? 0 : 1]?.id ?? "", evidence: NO_EVIDENCE },
    feedback,
    warnings: [],
  }
}

/** `*` alone, at the end, is Moodle's "anything else": its comment is for whoever is wrong. */
const isAnythingElse = ({ text, percent, feedback }: Wording): boolean =>
  text.trim() === "*" && percent === 0 && feedback !== null

export function typedShort({ wordings, ignoreCase }: AnswerOf<"short">): Typed {
  const last = wordings.at(-1)
  const rest = last && isAnythingElse(last) ? last : null
  const told = wordings.filter((one) => one !== rest)
  const common = commonComment(told)
  const weighed = told.map(({ text, ...one }) => ({ text, ...ownComment(one, common) }))
  const longest = Math.max(0, ...told.map(({ text }) => text.length))
  return {
    content: { maxLength: Math.min(200, Math.max(80, longest)) },
    key: {
      ...keepWordings(weighed),
      ignoreCase,
      ignoreDiacritics: ignoreCase,
      evidence: NO_EVIDENCE,
    },
    feedback: { ...common, ...(rest ? { wrong: said(rest.feedback) } : {}) },
    warnings: only("starsAreLetters", told.some(hasLetterStars)),
  }
}

type Commented = { percent: number; feedback: RichText | null }

/** One comment that all right answers share is the comment on being right. */
function commonComment(answers: readonly Commented[]): { right?: string } {
  const whole = answers.filter(({ percent }) => isWholePercent(percent))
  const comments = new Set(whole.map(({ feedback }) => said(feedback)))
  const [comment = ""] = comments
  return comments.size === 1 && comment !== "" ? { right: comment } : {}
}

/** The share, and the comment where it is not what is said to every right answer. */
function ownComment({ percent, feedback }: Commented, { right }: { right?: string }) {
  const isCommon = right !== undefined && isWholePercent(percent)
  return { percent, comment: isCommon ? "" : said(feedback).slice(0, LONGEST_COMMENT) }
}

export function typedNumber({ answers, units }: AnswerOf<"numeric">): Typed | null {
  const rest = answers.find(({ accepts }) => accepts.kind === "other")
  const told = answers.filter(({ accepts }) => accepts.kind !== "other")
  if (!told.some(({ percent }) => isWholePercent(percent))) return null
  const common = commonComment(told)
  const weighed = told.flatMap((one) => {
    const range = centreOf(one.accepts)
    const tolerance = { kind: "absolute" as const, amount: range?.tolerance ?? "0" }
    return range ? [{ answer: range.number, tolerance, ...ownComment(one, common) }] : []
  })
  return {
    content: { asksUnit: units.length > 0 },
    key: {
      ...keepNumbers(weighed),
      ...(rest && (rest.percent !== 0 || !rest.feedback) ? { otherwise: rest.percent } : {}),
      units,
      ignoreCase: true,
      weights: { number: 1, unit: units.length > 0 ? 1 : 0 },
      evidence: NO_EVIDENCE,
    },
    feedback: { ...common, ...(rest?.feedback ? { wrong: said(rest.feedback) } : {}) },
    warnings: only("secondOtherNotKept", answers.length > told.length + 1),
  }
}

/** A span as its middle and what may be off, exactly. Null where it is none. */
function centreOf(accepts: NumericAnswer["accepts"]): { number: string; tolerance: string } | null {
  if (accepts.kind === "other") return null
  if (accepts.kind === "tolerance") return { number: accepts.number, tolerance: accepts.tolerance }
  const [number, tolerance] = middleOf(accepts.low, accepts.high)
  return { number, tolerance }
}

export function typedMatching({ pairs, extra }: AnswerOf<"matching">, newId: NewId): Typed {
  const texts = [...new Set([...pairs.map(({ match }) => match), ...extra])]
  const options = texts.map((text) => ({ id: newId(), text }))
  const rows = pairs.map(({ row }) => ({ id: newId(), text: plainTextOf(row) }))
  const optionOf = (match: string) => options.find(({ text }) => text === match)?.id ?? ""
  const key = Object.fromEntries(rows.map(({ id }, at) => [id, optionOf(pairs[at]?.match ?? "")]))
  return {
    content: { rows, options },
    key: { pairs: key, evidence: NO_EVIDENCE },
    feedback: {},
    warnings: [],
  }
}

export function typedClassification(
  { categories: names, statements: placed }: AnswerOf<"classification">,
  newId: NewId,
): Typed {
  const categories = names.map((text) => ({ id: newId(), text }))
  const statements = placed.map(({ text }) => ({ id: newId(), text }))
  const categoryOf = (name: string) => categories.find(({ text }) => text === name)?.id ?? ""
  const places = Object.fromEntries(
    statements.map(({ id }, at) => [id, categoryOf(placed[at]?.category ?? "")]),
  )
  return {
    content: { categories, statements },
    key: { places, evidence: NO_EVIDENCE },
    feedback: {},
    warnings: [],
  }
}

export function typedOrder({ steps }: AnswerOf<"ordering">, newId: NewId): Typed {
  const list = steps.map((text) => ({ id: newId(), text }))
  const key = { order: list.map(({ id }) => id), evidence: NO_EVIDENCE }
  return { content: { steps: list }, key, feedback: {}, warnings: [] }
}

export function typedGaps({ pieces }: AnswerOf<"gap">, newId: NewId): Typed {
  let fills: Fills = { gaps: {} }
  const weights: [string, number][] = []
  const shown = pieces.map((piece) => {
    if (typeof piece === "string") return { text: piece }
    const options =
      piece.kind === "choice"
        ? piece.choices.map(({ text }) => ({ id: newId(), text: plainTextOf(text) }))
        : null
    const place = { gap: newId(), options }
    fills = keepFills(fills, place, fillsIn(piece, options))
    if (piece.weight !== 1) weights.push([place.gap, piece.weight])
    return place
  })
  const typed = pieces.filter((piece) => typeof piece !== "string" && piece.kind === "short")
  const cases = new Set(typed.map((one) => one.ignoreCase))
  const ignoreCase = !cases.has(false)
  return {
    content: { pieces: shown },
    key: {
      ...fills,
      ...(weights.length > 0 ? { weights: Object.fromEntries(weights) } : {}),
      ignoreCase,
      ignoreDiacritics: ignoreCase,
      evidence: NO_EVIDENCE,
    },
    feedback: {},
    warnings: only("caseForAll", cases.size > 1),
  }
}

/** What the file lets stand in a gap, each with its share and comment. A number in a gap has a tolerance. */
function fillsIn(gap: Gap, options: readonly { id: string }[] | null): WeighedFill[] {
  const common = ({ percent, feedback }: Commented) => ({
    percent,
    comment: said(feedback).slice(0, LONGEST_COMMENT),
  })
  if (gap.kind === "choice")
    return gap.choices.map((one, at) => ({ fill: options?.[at]?.id ?? "", ...common(one) }))
  if (gap.kind === "short") return gap.wordings.map((one) => ({ fill: one.text, ...common(one) }))
  return gap.answers.map((one) => {
    const range = centreOf(one.accepts)
    return range
      ? { fill: range.number, ...common(one), tolerance: range.tolerance }
      : { fill: ANY_OTHER, ...common(one) }
  })
}
