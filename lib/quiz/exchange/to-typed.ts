import { NO_EVIDENCE } from "@/lib/quiz/evidence"
import type { Answer, Choice, Gap, NumericAnswer, RichText, Wording } from "@/lib/quiz/exchange/exchange-item"
import { middleOf } from "@/lib/quiz/exchange/middle-of"
import { plainTextOf } from "@/lib/quiz/exchange/plain-text"
import { itemTypeOf } from "@/lib/quiz/item-types"

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
  const right = options.filter((_, at) => isRight(choices[at], type)).map(({ id }) => id)
  const key = type === "single" ? { answer: right[0] ?? "" } : { answers: right }
  return {
    content: { options },
    key: { ...key, evidence: NO_EVIDENCE },
    feedback: comments,
    warnings: only("sharesNotKept", !isPlain(choices, type)),
  }
}

const isRight = (choice: Choice | undefined, type: "single" | "multiple"): boolean =>
  (choice?.percent ?? 0) >= (type === "single" ? 100 : 0.001)

/** Whether shares are those that our own rules give: all or nothing, or the same for each option that is right. */
function isPlain(choices: readonly Choice[], type: "single" | "multiple"): boolean {
  const right = choices.filter((choice) => isRight(choice, type))
  const share = type === "single" ? 100 : 100 / right.length
  if (type === "single" && right.length > 1) return false
  return choices.every(({ percent }) => percent === 0 || Math.abs(percent - share) < 0.01)
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

/** `*` alone is Moodle's "anything else": its comment is for whoever is wrong. */
const isAnythingElse = ({ text }: Wording): boolean => text.trim() === "*"

export function typedShort({ wordings, ignoreCase }: AnswerOf<"short">): Typed {
  const whole = wordings.filter((one) => one.percent >= 100 && !isAnythingElse(one))
  const rest = wordings.find((one) => isAnythingElse(one) && one.percent <= 0)
  const longest = Math.max(0, ...whole.map(({ text }) => text.length))
  return {
    content: { maxLength: Math.min(200, Math.max(80, longest)) },
    key: {
      variants: whole.map(({ text }) => text),
      ignoreCase,
      ignoreDiacritics: ignoreCase,
      evidence: NO_EVIDENCE,
    },
    feedback: { ...commonComment(whole), ...(rest?.feedback ? { wrong: said(rest.feedback) } : {}) },
    warnings: [
      ...only(
        "sharesNotKept",
        wordings.some(({ percent }) => percent > 0 && percent < 100),
      ),
      ...only(
        "starsAreLetters",
        whole.some(({ text }) => text.includes("*")),
      ),
      ...only("commentsNotKept", hasOwnComments(wordings.filter((one) => one !== rest))),
    ],
  }
}

/** One comment that all right wordings share is the comment on being right. */
function commonComment(whole: readonly { feedback: RichText | null }[]): { right?: string } {
  const comments = new Set(whole.map(({ feedback }) => said(feedback)))
  const [comment = ""] = comments
  return comments.size === 1 && comment !== "" ? { right: comment } : {}
}

/** Whether comments differ from answer to answer, which the type has no place for. */
function hasOwnComments(answers: readonly { feedback: RichText | null; percent: number }[]): boolean {
  const right = answers.filter(({ percent }) => percent >= 100)
  const others = answers.filter(({ percent, feedback }) => percent < 100 && feedback !== null)
  return others.length > 0 || (right.some(({ feedback }) => feedback) && !commonComment(right).right)
}

export function typedNumber({ answers, units }: AnswerOf<"numeric">): Typed | null {
  const right = answers.find(({ percent, accepts }) => percent >= 100 && accepts.kind !== "other")
  const range = right && centreOf(right.accepts)
  if (!range) return null
  const rest = answers.find(({ accepts, percent }) => accepts.kind === "other" && percent <= 0)
  return {
    content: { asksUnit: units.length > 0 },
    key: {
      answer: range.number,
      tolerance: { kind: "absolute", amount: range.tolerance },
      units,
      ignoreCase: true,
      weights: { number: 1, unit: units.length > 0 ? 1 : 0 },
      evidence: NO_EVIDENCE,
    },
    feedback: {
      ...(right.feedback ? { right: said(right.feedback) } : {}),
      ...(rest?.feedback ? { wrong: said(rest.feedback) } : {}),
    },
    warnings: only(
      "otherNumbersNotKept",
      answers.some((one) => one !== right && one !== rest),
    ),
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
  const gaps: Record<string, string[]> = {}
  const shown = pieces.map((piece) => {
    if (typeof piece === "string") return { text: piece }
    const { options, right } = gapContent(piece, newId)
    const id = newId()
    gaps[id] = right
    return { gap: id, options }
  })
  const all = pieces.filter((piece) => typeof piece !== "string")
  const ignoreCase = all.every((one) => one.kind !== "short" || one.ignoreCase)
  return {
    content: { pieces: shown },
    key: { gaps, ignoreCase, ignoreDiacritics: ignoreCase, evidence: NO_EVIDENCE },
    feedback: {},
    warnings: [
      ...only("sharesNotKept", all.some(hasShares) || new Set(all.map(({ weight }) => weight)).size > 1),
      ...only("commentsNotKept", all.some(hasComments)),
      ...only(
        "numbersAsWords",
        all.some(({ kind }) => kind === "numeric"),
      ),
    ],
  }
}

function gapContent(gap: Gap, newId: NewId) {
  if (gap.kind === "choice") {
    const options = gap.choices.map(({ text }) => ({ id: newId(), text: plainTextOf(text) }))
    return {
      options,
      right: options.filter((_, at) => isRight(gap.choices[at], "single")).map(({ id }) => id),
    }
  }
  const wordings =
    gap.kind === "short"
      ? gap.wordings.filter(({ percent }) => percent >= 100).map(({ text }) => text)
      : gap.answers.flatMap(({ accepts, percent }) =>
          percent >= 100 && accepts.kind === "tolerance" ? [accepts.number] : [],
        )
  return { options: null, right: wordings }
}

const answersIn = (gap: Gap): readonly { percent: number; feedback: RichText | null }[] =>
  gap.kind === "choice" ? gap.choices : gap.kind === "short" ? gap.wordings : gap.answers

const hasShares = (gap: Gap): boolean =>
  answersIn(gap).some(({ percent }) => percent !== 0 && Math.abs(percent - 100) > 0.01)

const hasComments = (gap: Gap): boolean => answersIn(gap).some(({ feedback }) => feedback !== null)
