import type { NumericAnswer, TextFormat } from "@/lib/quiz/exchange/exchange-item"
import { readFeedback } from "@/lib/quiz/exchange/gift/read-text"
import { readWeight, type Unreadable } from "@/lib/quiz/exchange/gift/read-weight"
import { cutAt, hasMark, splitAtMarks } from "@/lib/quiz/exchange/gift/scan"

const NUMBER = /^[+-]?(\d+([.,]\d*)?|[.,]\d+)(e[+-]?\d+)?$/i

/**
 * What stands after the `#` of a numerical question: one answer, or several, each behind `=` and with a share of its
 * own. A number, a number and its tolerance (`3.14:0.05`), or a span (`1..5`); `*` or a part behind `~` is any other.
 */
export function readNumeric(
  written: string,
  format: TextFormat,
): { ok: true; answers: NumericAnswer[] } | ({ ok: false } & Unreadable) {
  const text = written.trim()
  const parts = hasMark(text, "=") || hasMark(text, "~") ? partsOf(text) : [{ mark: "=", text }]
  const answers: NumericAnswer[] = []
  for (const part of parts) {
    const { percent, rest } = readWeight(part.text, part.mark === "=" ? 100 : 0)
    const [number, feedback] = cutAt(rest, "#")
    const accepts = readAccepted(number.trim())
    if (!accepts) return { ok: false, code: "notANumber", params: { text: number.trim().slice(0, 40) } }
    answers.push({
      accepts,
      percent: accepts.kind === "other" ? Math.min(percent, 0) : percent,
      feedback: readFeedback(feedback, format),
    })
  }
  if (answers.every(({ percent }) => percent <= 0)) return { ok: false, code: "noRightAnswer" }
  return { ok: true, answers }
}

/** An answer before the first mark needs none of its own: `3:2~#No`. */
function partsOf(text: string) {
  const parts = splitAtMarks(text, "=~")
  const first = text.slice(0, parts[0]?.at ?? 0)
  return first.trim() === "" ? parts : [{ mark: "=", text: first, at: 0 }, ...parts]
}

function readAccepted(text: string): NumericAnswer["accepts"] | null {
  if (text === "*" || text === "") return { kind: "other" }
  const span = text.split("..")
  if (span.length === 2) return readSpan(span[0] ?? "", span[1] ?? "")
  const [number = "", tolerance = "0", ...more] = text.split(":").map((part) => part.trim())
  if (more.length > 0 || !NUMBER.test(number) || !NUMBER.test(tolerance)) return null
  return { kind: "tolerance", number: plainNumber(number), tolerance: plainNumber(tolerance) }
}

function readSpan(from: string, to: string): NumericAnswer["accepts"] | null {
  const [low, high] = [from.trim(), to.trim()]
  if (!NUMBER.test(low) || !NUMBER.test(high)) return null
  const [a, b] = [plainNumber(low), plainNumber(high)]
  return Number(a) <= Number(b) ? { kind: "range", low: a, high: b } : { kind: "range", low: b, high: a }
}

/** In GIFT a comma is a decimal comma: no thousands are marked. */
const plainNumber = (text: string): string => text.replace(",", ".")
