import type { Gap, RichText, TextFormat } from "@/lib/quiz/exchange/exchange-item"
import { isHtml } from "@/lib/quiz/exchange/is-html"
import { middleOf } from "@/lib/quiz/exchange/middle-of"

/**
 * A text with its gaps written in it. Moodle takes what stands in a gap for HTML, whatever the format of the text: so
 * plain texts become HTML as a whole, and nothing of them is taken for a tag, nor for a gap.
 */
export function clozeText(pieces: readonly (string | Gap)[], format: TextFormat): RichText {
  const whole = { format, text: pieces.filter((piece) => typeof piece === "string").join("") }
  const becomesHtml = !isHtml(whole) && format !== "markdown"
  const shown = (text: string) => (becomesHtml ? asHtml(text).replaceAll("{", "&#123;") : text)
  const text = pieces.map((piece) => (typeof piece === "string" ? shown(piece) : gapText(piece))).join("")
  return { format: becomesHtml ? "html" : format, text }
}

const asHtml = (text: string): string =>
  text
    .replace(/[&<>]/g, (letter) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[letter] ?? "")
    .replaceAll("\n", "<br>")
const inHtml = (shown: RichText): string =>
  isHtml(shown) || shown.format === "markdown" ? shown.text : asHtml(shown.text)

const escapeCloze = (text: string): string => text.replace(/[~=#}\\]/g, (letter) => `\\${letter}`)
/** An answer with the share it earns. One that earns nothing needs none, but where its own words look like one. */
function shared(percent: number, text: string): string {
  if (percent === 100) return `=${text}`
  return percent === 0 && !text.startsWith("%") ? text : `%${percent}%${text}`
}
const said = (feedback: RichText | null): string => (feedback ? `#${escapeCloze(inHtml(feedback))}` : "")

function gapText(gap: Gap): string {
  if (gap.kind === "choice")
    return head(
      gap,
      "MULTICHOICE",
      gap.choices.map(
        ({ text, percent, feedback }) => `${shared(percent, escapeCloze(inHtml(text)))}${said(feedback)}`,
      ),
    )
  if (gap.kind === "short")
    return head(
      gap,
      gap.ignoreCase ? "SHORTANSWER" : "SHORTANSWER_C",
      gap.wordings.map(
        ({ text, percent, feedback }) => `${shared(percent, escapeCloze(asHtml(text)))}${said(feedback)}`,
      ),
    )
  return head(
    gap,
    "NUMERICAL",
    gap.answers.map(({ accepts, percent, feedback }) => {
      const [number, tolerance] =
        accepts.kind === "other"
          ? ["*", null]
          : accepts.kind === "range"
            ? middleOf(accepts.low, accepts.high)
            : [accepts.number, accepts.tolerance]
      return `${shared(percent, number)}${tolerance === null ? "" : `:${tolerance}`}${said(feedback)}`
    }),
  )
}

const head = ({ weight }: Gap, kind: string, answers: string[]): string =>
  `{${weight}:${kind}:${answers.join("~")}}`
