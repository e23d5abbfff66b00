import type {
  Answer,
  ExchangeItem,
  NumericAnswer,
  RichText,
  TextFormat,
} from "@/lib/quiz/exchange/exchange-item"
import { middleOf } from "@/lib/quiz/exchange/middle-of"
import { clozeText } from "@/lib/quiz/exchange/moodle/write-cloze"

const FORMATS: Record<TextFormat, string> = {
  html: "html",
  moodle: "moodle_auto_format",
  plain: "plain_text",
  markdown: "markdown",
}

type MoodleAnswerType = Exclude<Answer["type"], "poll" | "classification">

/** Moodle has no opinion without a key among its questions, and no categories; it has all else that we can write. */
export const fitsMoodle = ({ answer }: ExchangeItem): boolean => isOfMoodle(answer)

const isOfMoodle = (answer: Answer): answer is Extract<Answer, { type: MoodleAnswerType }> =>
  answer.type !== "poll" && answer.type !== "classification"

/** Writes items, each of which `fitsMoodle`, as Moodle XML. `readMoodleXml` reads back what was written. */
export function writeMoodleXml(items: readonly ExchangeItem[]): string {
  const questions = items.flatMap((item, at) => {
    const isMoved = item.category.join("\n") !== (items[at - 1]?.category ?? []).join("\n")
    return [...(isMoved ? [category(item.category)] : []), question(item)]
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${questions.join("\n")}\n</quiz>\n`
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" }

/** Control letters but tab and line ends have no place in XML, however they are written. */
const escapeXml = (text: string): string =>
  text
    .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, (letter) => (/[\t\n\r]/.test(letter) ? letter : ""))
    .replace(/[&<>"]/g, (letter) => ENTITIES[letter] ?? "")

const element = (name: string, inner: string, attributes = ""): string =>
  `<${name}${attributes}>${inner}</${name}>`
const textElement = (text: string): string => element("text", escapeXml(text))
const rich = (name: string, { format, text }: RichText, attributes = ""): string =>
  element(name, textElement(text), `${attributes} format="${FORMATS[format]}"`)

const category = (path: readonly string[]): string => {
  const parts = ["$course$/top", ...path.map((part) => part.replaceAll("/", "//"))]
  return `<question type="category">${element("category", textElement(parts.join("/")))}</question>`
}

const TYPES: Record<MoodleAnswerType, string> = {
  single: "multichoice",
  multiple: "multichoice",
  "true-false": "truefalse",
  short: "shortanswer",
  numeric: "numerical",
  matching: "matching",
  ordering: "ordering",
  gap: "cloze",
  long: "essay",
  note: "description",
}

function question({ title, prompt, points, answer, feedback, tags }: ExchangeItem): string {
  if (!isOfMoodle(answer)) throw new RangeError(`Moodle XML has no ${answer.type}`)
  const asked = answer.type === "gap" ? clozeText(answer.pieces, prompt.format) : prompt
  const lines = [
    element("name", textElement(title ?? "")),
    rich("questiontext", asked),
    ...(feedback ? [rich("generalfeedback", feedback)] : []),
    element("defaultgrade", String(points)),
    ...inner(answer),
    ...(tags.length > 0
      ? [element("tags", tags.map((tag) => element("tag", textElement(tag))).join(""))]
      : []),
  ]
  return `<question type="${TYPES[answer.type]}">\n  ${lines.join("\n  ")}\n</question>`
}

type Answered = { text: RichText | string; percent: number; feedback: RichText | null }

function answerElement({ text, percent, feedback }: Answered, more = ""): string {
  const shown = typeof text === "string" ? { format: "plain" as const, text } : text
  const said = feedback ? rich("feedback", feedback) : ""
  return element(
    "answer",
    `${textElement(shown.text)}${said}${more}`,
    ` fraction="${percent}" format="${FORMATS[shown.format]}"`,
  )
}

function inner(answer: Extract<Answer, { type: MoodleAnswerType }>): string[] {
  switch (answer.type) {
    case "single":
    case "multiple":
      return [
        element("single", String(answer.type === "single")),
        ...answer.choices.map((choice) => answerElement(choice)),
      ]
    case "true-false":
      return [true, false].map((word) => {
        const isRight = word === answer.isTrue
        const feedback = isRight ? answer.whenRight : answer.whenWrong
        return answerElement({ text: String(word), percent: isRight ? 100 : 0, feedback })
      })
    case "short":
      return [
        element("usecase", answer.ignoreCase ? "0" : "1"),
        ...answer.wordings.map((wording) => answerElement(wording)),
      ]
    case "numeric":
      return [...answer.answers.map(numberElement), ...unitsElement(answer.units)]
    case "matching": {
      const pair = (row: RichText, match: string) =>
        rich("subquestion", row).replace(
          /<\/subquestion>$/,
          `${element("answer", textElement(match))}</subquestion>`,
        )
      const nothing = { format: "plain" as const, text: "" }
      return [
        ...answer.pairs.map(({ row, match }) => pair(row, match)),
        ...answer.extra.map((match) => pair(nothing, match)),
      ]
    }
    case "ordering":
      return answer.steps.map((text, at) => answerElement({ text, percent: at + 1, feedback: null }))
    default:
      return []
  }
}

function numberElement({ accepts, percent, feedback }: NumericAnswer): string {
  if (accepts.kind === "other") return answerElement({ text: "*", percent, feedback })
  const [text, tolerance] =
    accepts.kind === "tolerance" ? [accepts.number, accepts.tolerance] : middleOf(accepts.low, accepts.high)
  return answerElement({ text, percent, feedback }, element("tolerance", tolerance))
}

function unitsElement(units: readonly string[]): string[] {
  if (units.length === 0) return []
  const each = units.map((unit) =>
    element("unit", `${element("multiplier", "1")}${element("unit_name", escapeXml(unit))}`),
  )
  return [element("units", each.join("")), element("showunits", "0"), element("unitgradingtype", "1")]
}
