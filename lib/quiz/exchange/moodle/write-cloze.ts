import type { Gap, RichText } from "@/lib/quiz/exchange/exchange-item"
import { middleOf } from "@/lib/quiz/exchange/middle-of"

/** A text with its gaps written in it. */
export const clozeText = (pieces: readonly (string | Gap)[]): string =>
  pieces.map((piece) => (typeof piece === "string" ? piece : gapText(piece))).join("")

const escapeCloze = (text: string): string => text.replace(/[~=#}\\]/g, (letter) => `\\${letter}`)
const share = (percent: number): string => (percent === 100 ? "=" : percent === 0 ? "" : `%${percent}%`)
const said = (feedback: RichText | null): string => (feedback ? `#${escapeCloze(feedback.text)}` : "")

function gapText(gap: Gap): string {
  if (gap.kind === "choice")
    return head(
      gap,
      "MULTICHOICE",
      gap.choices.map(
        ({ text, percent, feedback }) => `${share(percent)}${escapeCloze(text.text)}${said(feedback)}`,
      ),
    )
  if (gap.kind === "short")
    return head(
      gap,
      gap.ignoreCase ? "SHORTANSWER" : "SHORTANSWER_C",
      gap.wordings.map(
        ({ text, percent, feedback }) => `${share(percent)}${escapeCloze(text)}${said(feedback)}`,
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
      return `${share(percent)}${number}${tolerance === null ? "" : `:${tolerance}`}${said(feedback)}`
    }),
  )
}

const head = ({ weight }: Gap, kind: string, answers: string[]): string =>
  `{${weight}:${kind}:${answers.join("~")}}`
