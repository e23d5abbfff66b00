import type {
  Answer,
  Choice,
  ExchangeItem,
  Gap,
  Located,
  NumericAnswer,
  RichText,
  Wording,
} from "@/lib/quiz/exchange/exchange-item"
import { plainTextOf } from "@/lib/quiz/exchange/plain-text"

/** An item as `import-quiz --json` prints it. A fraction is in percent of the points, from -100 to 100. */
export type ReportedItem = {
  number: number
  line: number
  type: Answer["type"]
  title: string | null
  prompt: string
  points: number
  key: unknown
  feedback: ReportedFeedback
}

export type ReportedFeedback = {
  /** After any answer. */
  general: string | null
  /** After this answer; a gap's number, from 1, where there are several. */
  answers: { answer: string; feedback: string; gap?: number }[]
  right?: string | null
  wrong?: string | null
}

const said = (text: RichText | null): string | null => (text ? plainTextOf(text) : null)

/** The items of a file in the words of the contract: plain texts, numbered from 1. */
export function reportItems(items: readonly Located<ExchangeItem>[]): ReportedItem[] {
  return items.map(({ line, value }, at) => ({
    number: at + 1,
    line,
    type: value.answer.type,
    title: value.title,
    prompt: plainTextOf(value.prompt),
    points: value.points,
    key: keyOf(value.answer),
    feedback: { general: said(value.feedback), ...feedbackOf(value.answer) },
  }))
}

function keyOf(answer: Answer): unknown {
  switch (answer.type) {
    case "single":
    case "multiple":
      return { options: answer.choices.map(optionOf) }
    case "true-false":
      return { answer: answer.isTrue }
    case "short":
      return { answers: answer.wordings.map(wordingOf), ignoreCase: answer.ignoreCase }
    case "numeric":
      return { answers: answer.answers.map(numberOf), units: answer.units }
    case "matching":
      return {
        pairs: answer.pairs.map(({ row, match }) => ({ row: plainTextOf(row), match })),
        extra: answer.extra,
      }
    case "classification":
      return { categories: answer.categories, statements: answer.statements }
    case "ordering":
      return { order: answer.steps }
    case "gap":
      return { gaps: answer.pieces.flatMap((piece) => (typeof piece === "string" ? [] : [gapKey(piece)])) }
    case "poll":
      return null
    case "long":
    case "note":
      return null
  }
}

const optionOf = ({ text, percent }: Choice) => ({
  text: plainTextOf(text),
  fraction: percent,
  isRight: percent > 0,
})
const wordingOf = ({ text, percent }: Wording) => ({ text, fraction: percent })
const numberOf = ({ accepts: { kind, ...range }, percent }: NumericAnswer) =>
  kind === "other" ? { any: true, fraction: percent } : { ...range, fraction: percent }

function gapKey(gap: Gap): unknown {
  if (gap.kind === "choice") return { kind: "choice", weight: gap.weight, options: gap.choices.map(optionOf) }
  if (gap.kind === "numeric")
    return { kind: "numeric", weight: gap.weight, answers: gap.answers.map(numberOf) }
  const { kind, weight, wordings, ignoreCase } = gap
  return { kind, weight, answers: wordings.map(wordingOf), ignoreCase }
}

function feedbackOf(answer: Answer): Omit<ReportedFeedback, "general"> {
  if (answer.type === "true-false")
    return { answers: [], right: said(answer.whenRight), wrong: said(answer.whenWrong) }
  if (answer.type !== "gap") return { answers: commentsOf(answer) }
  const gaps = answer.pieces.filter((piece) => typeof piece !== "string")
  return { answers: gaps.flatMap((gap, at) => commentsOf(gap).map((one) => ({ ...one, gap: at + 1 }))) }
}

type Commented = {
  type?: string
  kind?: string
  choices?: Choice[]
  wordings?: Wording[]
  answers?: NumericAnswer[]
}

function commentsOf({ choices = [], wordings = [], answers = [] }: Commented): ReportedFeedback["answers"] {
  const all = [
    ...choices.map(({ text, feedback }) => ({ answer: plainTextOf(text), feedback: said(feedback) })),
    ...wordings.map(({ text, feedback }) => ({ answer: text, feedback: said(feedback) })),
    ...answers.map(({ accepts, feedback }) => ({ answer: rangeText(accepts), feedback: said(feedback) })),
  ]
  return all.flatMap(({ answer, feedback }) => (feedback ? [{ answer, feedback }] : []))
}

function rangeText(accepts: NumericAnswer["accepts"]): string {
  if (accepts.kind === "other") return "*"
  return accepts.kind === "range" ? `${accepts.low}..${accepts.high}` : accepts.number
}
