import type { Answer, ExchangeItem, Gap, NumericAnswer } from "@/lib/quiz/exchange/exchange-item"

/** Options a row may have; the heading names as many as are needed. */
const MOST_OPTIONS = 20
const LETTERS = "abcdefghijklmnopqrst"
const FEWEST_COLUMNS = 8

/** The heading of our tables, which `readQuizTable` reads whatever their order. */
const headingFor = (options: number): string[] => [
  "type",
  "title",
  "question",
  "points",
  ...Array.from(LETTERS.slice(0, options), (letter) => `option ${letter}`),
  "right",
  "explanation",
  "tags",
]

/** Whether a row can hold all of it: no share of its own, no comment on one answer, no bar in a wording. */
export function fitsTable({ answer }: ExchangeItem): boolean {
  const text = JSON.stringify(answer)
  if (/"(feedback|whenRight|whenWrong)":\{/.test(text)) return false
  switch (answer.type) {
    case "single":
      return (
        answer.choices.length <= MOST_OPTIONS &&
        answer.choices.every(({ percent }) => percent === 0 || percent === 100)
      )
    case "multiple": {
      const right = answer.choices.filter(({ percent }) => percent > 0)
      const isEven = right.every(({ percent }) => Math.abs(percent - 100 / right.length) < 0.01)
      return (
        isEven && answer.choices.length <= MOST_OPTIONS && answer.choices.every(({ percent }) => percent >= 0)
      )
    }
    case "short":
      return (
        answer.ignoreCase &&
        answer.wordings.every(({ percent, text: wording }) => percent === 100 && isCell(wording))
      )
    case "numeric":
      return answer.units.length === 0 && answer.answers.length === 1 && answer.answers.every(isWholeNumber)
    case "matching":
      return (
        answer.pairs.length + answer.extra.length <= MOST_OPTIONS &&
        answer.pairs.every(({ row, match }) => !row.text.includes("->") && !match.includes("->")) &&
        answer.extra.every((match) => !match.includes("->"))
      )
    case "classification":
      return (
        answer.statements.length <= MOST_OPTIONS &&
        answer.categories.every((name) => isCell(name) && !name.includes("->")) &&
        answer.statements.every(({ text: said }) => said.trim() === said && !said.includes("->"))
      )
    case "ordering":
      return answer.steps.length <= MOST_OPTIONS
    case "poll":
      return answer.options.length <= MOST_OPTIONS
    case "gap":
      return answer.pieces.every((piece) =>
        typeof piece === "string" ? !/\[\[|\]\]/.test(piece) : fitsGap(piece),
      )
    default:
      return true
  }
}

const isWholeNumber = ({ accepts, percent }: NumericAnswer): boolean =>
  accepts.kind === "tolerance" && percent === 100

const isCell = (text: string): boolean => !text.includes("|") && text.trim() === text

function fitsGap(gap: Gap): boolean {
  if (gap.weight !== 1 || gap.kind === "numeric") return false
  const isWord = (text: string) => isCell(text) && !/[[\]]/.test(text) && !text.startsWith("*")
  return gap.kind === "short"
    ? gap.ignoreCase && gap.wordings.every(({ text, percent }) => percent === 100 && isWord(text))
    : gap.choices.every(({ text, percent }) => isWord(text.text) && (percent === 0 || percent === 100))
}

/** The rows of a table, its heading first, of items each of which `fitsTable`. */
export function writeQuizTable(items: readonly ExchangeItem[]): string[][] {
  const columns = Math.max(FEWEST_COLUMNS, ...items.map(({ answer }) => cellsOf(answer).options.length))
  return [headingFor(columns), ...items.map((item) => rowOf(item, columns))]
}

function rowOf({ title, prompt, points, answer, feedback, tags }: ExchangeItem, columns: number): string[] {
  const { options, right } = cellsOf(answer)
  const question = answer.type === "gap" ? markup(answer.pieces) : prompt.text
  return [
    answer.type,
    title ?? "",
    question,
    String(points),
    ...Array.from({ length: columns }, (_, at) => options[at] ?? ""),
    right,
    feedback?.text ?? "",
    tags.join("; "),
  ]
}

type Cells = { options: string[]; right: string }

function cellsOf(answer: Answer): Cells {
  switch (answer.type) {
    case "single":
    case "multiple": {
      const right = answer.choices.flatMap(({ percent }, at) =>
        percent > 0 ? [LETTERS[at]?.toUpperCase() ?? ""] : [],
      )
      return { options: answer.choices.map(({ text }) => text.text), right: right.join("|") }
    }
    case "true-false":
      return { options: [], right: answer.isTrue ? "True" : "False" }
    case "short":
      return { options: [], right: answer.wordings.map(({ text }) => text).join("|") }
    case "numeric": {
      const accepts = answer.answers[0]?.accepts
      if (accepts?.kind !== "tolerance") return { options: [], right: "" }
      const isExact = Number(accepts.tolerance) === 0
      return { options: [], right: isExact ? accepts.number : `${accepts.number} ± ${accepts.tolerance}` }
    }
    case "matching":
      return {
        options: [
          ...answer.pairs.map(({ row, match }) => `${row.text} -> ${match}`),
          ...answer.extra.map((match) => `-> ${match}`),
        ],
        right: "",
      }
    case "classification":
      return {
        options: answer.statements.map((one) => `${one.text} -> ${one.category}`),
        right: answer.categories.join("|"),
      }
    case "ordering":
      return { options: answer.steps, right: "" }
    case "poll":
      return { options: answer.options, right: "" }
    default:
      return { options: [], right: "" }
  }
}

const markup = (pieces: readonly (string | Gap)[]): string =>
  pieces.map((piece) => (typeof piece === "string" ? piece : `[[${wordsOf(piece).join("|")}]]`)).join("")

function wordsOf(gap: Gap): string[] {
  if (gap.kind === "choice")
    return gap.choices.map(({ text, percent }) => `${percent > 0 ? "*" : ""}${text.text}`)
  return gap.kind === "short" ? gap.wordings.map(({ text }) => text) : []
}
