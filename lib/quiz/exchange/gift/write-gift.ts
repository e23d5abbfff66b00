import type {
  Answer,
  Choice,
  ExchangeItem,
  Gap,
  NumericAnswer,
  RichText,
  TextFormat,
  Wording,
} from "@/lib/quiz/exchange/exchange-item"
import { escapeGift } from "@/lib/quiz/exchange/gift/scan"

/**
 * Whether GIFT has a way to write it. Of gaps it knows one in a text, and only by the words after it; and an arrow, which
 * nothing makes an ordinary sign, would turn wordings into pairs.
 */
export function fitsGift({ answer }: ExchangeItem): boolean {
  if (answer.type === "gap") return hasOneGap(answer) && !answer.pieces.some(hasArrow)
  if (answer.type === "short") return !hasArrow(answer)
  if (answer.type === "matching") return !answer.pairs.some(({ row }) => hasArrow(row))
  return !["ordering", "poll", "classification"].includes(answer.type)
}

const hasArrow = (part: unknown): boolean =>
  typeof part === "object" && JSON.stringify(part).includes("->") && !("choices" in (part as object))

function hasOneGap({ pieces }: Extract<Answer, { type: "gap" }>): boolean {
  const last = pieces.at(-1)
  return (
    pieces.filter((piece) => typeof piece !== "string").length === 1 &&
    typeof last === "string" &&
    last.trim() !== ""
  )
}

/** Writes items, each of which `fitsGift`, as one GIFT file. `readGift` reads back what was written, to the letter. */
export function writeGift(items: readonly ExchangeItem[]): string {
  const blocks = items.map((item, at) => {
    const isMoved = item.category.join("\n") !== (items[at - 1]?.category ?? []).join("\n")
    const category = isMoved ? [`$CATEGORY: ${pathText(item.category)}`, ""] : []
    const tags = item.tags.length > 0 ? [`// ${item.tags.map((tag) => `[tag:${tag}]`).join(" ")}`] : []
    return [...category, ...tags, question(item)].join("\n")
  })
  return `${blocks.join("\n\n")}\n`
}

const pathText = (category: readonly string[]): string =>
  ["$course$/top", ...category.map((part) => part.replaceAll("/", "//"))].join("/")

function question({ title, prompt, answer, feedback }: ExchangeItem): string {
  const head = title === null ? "" : `::${escapeGift(title)}::`
  const { format } = prompt
  const general = feedback ? `####${tagged(feedback, format)}` : ""
  const braces = (inner: string) => `{${inner}${general === "" ? "" : `\n\t${general}`}\n}`
  if (answer.type === "note") return `${head}[${format}]${escapeGift(prompt.text)}`
  if (answer.type !== "gap")
    return `${head}[${format}]${escapeGift(prompt.text)}${braces(innerOf(answer, format))}`
  const parts = answer.pieces.map((piece) =>
    typeof piece === "string" ? escapeGift(piece) : braces(gapInner(piece, format)),
  )
  return `${head}[${format}]${parts.join("")}`
}

type Written = Exclude<Answer, { type: "note" | "gap" }>

function innerOf(answer: Written, format: TextFormat): string {
  switch (answer.type) {
    case "single":
    case "multiple":
      return choices(answer.choices, answer.type, format)
    case "true-false":
      return truth(answer, format)
    case "short":
      return wordings(answer.wordings, format)
    case "numeric":
      return `#${numbers(answer.answers, format)}`
    case "matching": {
      const rows = answer.pairs.map(
        ({ row, match }) => `${line("=", tagged(row, format))} -> ${escapeGift(match)}`,
      )
      return [...rows, ...answer.extra.map((match) => line("=", ` -> ${escapeGift(match)}`))].join("")
    }
    default:
      return ""
  }
}

function gapInner(gap: Gap, format: TextFormat): string {
  if (gap.kind === "choice") return choices(gap.choices, "single", format)
  return gap.kind === "short" ? wordings(gap.wordings, format) : `#${numbers(gap.answers, format)}`
}

const line = (mark: string, text: string): string => `\n\t${mark}${text}`
const weight = (percent: number): string => `%${percent}%`
const comment = (feedback: RichText | null, format: TextFormat): string =>
  feedback ? `#${tagged(feedback, format)}` : ""

/** What a reader would take for a share or a format of its own. */
const LOOKS_LIKE_MARKS = /^\s*(?:%|\[(?:html|moodle|plain|markdown)\])/

/** A format is only written where it is not that of what stands around it, or keeps the words from being read as marks. */
const tagged = ({ format, text }: RichText, around: TextFormat): string =>
  `${format === around && !LOOKS_LIKE_MARKS.test(text) ? "" : `[${format}]`}${escapeGift(text)}`

function choices(list: readonly Choice[], type: "single" | "multiple", format: TextFormat): string {
  return list
    .map(({ text, percent, feedback }) => {
      const mark = type === "single" && percent >= 100 ? "=" : "~"
      const share = mark === "=" || percent === 0 ? "" : weight(percent)
      const around = text.format === "plain" ? format : text.format
      return line(mark, `${share}${tagged(text, format)}${comment(feedback, around)}`)
    })
    .join("")
}

function truth(
  { isTrue, whenRight, whenWrong }: Extract<Answer, { type: "true-false" }>,
  format: TextFormat,
) {
  const wrong = whenWrong ? tagged(whenWrong, format) : ""
  const said = whenRight ? `#${wrong}#${tagged(whenRight, format)}` : whenWrong ? `#${wrong}` : ""
  return `${isTrue ? "TRUE" : "FALSE"}${said}`
}

const wordings = (list: readonly Wording[], format: TextFormat): string =>
  list
    .map(({ text, percent, feedback }) =>
      line(
        "=",
        `${percent === 100 ? "" : weight(percent)}${tagged({ format, text }, format)}${comment(feedback, format)}`,
      ),
    )
    .join("")

const numbers = (list: readonly NumericAnswer[], format: TextFormat): string =>
  list
    .map(({ accepts, percent, feedback }) => {
      const isOther = accepts.kind === "other"
      const share = percent === 100 || (isOther && percent === 0) ? "" : weight(percent)
      return line(isOther ? "~" : "=", `${share}${rangeText(accepts)}${comment(feedback, format)}`)
    })
    .join("")

function rangeText(accepts: NumericAnswer["accepts"]): string {
  if (accepts.kind === "other") return ""
  return accepts.kind === "range"
    ? `${accepts.low}..${accepts.high}`
    : `${accepts.number}:${accepts.tolerance}`
}
