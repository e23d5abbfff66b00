import type { Answer, Choice, TextFormat, Wording } from "@/lib/quiz/exchange/exchange-item"
import { readNumeric } from "@/lib/quiz/exchange/gift/read-numeric"
import { readFeedback, readText } from "@/lib/quiz/exchange/gift/read-text"
import { readWeight, type Unreadable } from "@/lib/quiz/exchange/gift/read-weight"
import {
  cutAt,
  findMark,
  hasMark,
  type MarkedPart,
  splitAtMarks,
  unescapeGift,
} from "@/lib/quiz/exchange/gift/scan"
import { evenPercent } from "@/lib/quiz/share"

export type ReadAnswer = { ok: true; answer: Answer; warnings: string[] } | ({ ok: false } & Unreadable)

const taken = (answer: Answer, ...warnings: string[]): ReadAnswer => ({ ok: true, answer, warnings })
const refused = (code: string, params: Record<string, string> = {}): ReadAnswer => ({
  ok: false,
  code,
  params,
})

const TRUTH = /^(true|t|false|f)$/i

/**
 * What stands between the braces of a GIFT question, general feedback taken off: which type it is and its key. The
 * order of the questions asked here is that of Moodle's own importer (question/format/gift/format.php).
 */
export function readAnswers(written: string, format: TextFormat): ReadAnswer {
  const text = written.trim()
  if (text === "") return taken({ type: "long" })
  if (text.startsWith("#")) return numeric(text.slice(1), format)
  if (hasMark(text, "~")) return choices(text, format)
  if (hasMark(text, "=") && hasMark(text, "->")) return matching(text, format)
  const [first, feedback] = cutAt(text, "#")
  if (TRUTH.test(first.trim())) return taken(truth(first.trim(), feedback, format))
  return short(text, format)
}

/** 1,000 may have been meant for a thousand, though the format has decimal commas alone. */
const LIKE_THOUSANDS = /(^|[^\d.,])[1-9]\d{0,2},\d{3}(?!\d)/

function numeric(text: string, format: TextFormat): ReadAnswer {
  const answers = readNumeric(text, format)
  if (!answers.ok) return answers
  const warnings = LIKE_THOUSANDS.test(text) ? ["commaDecimal"] : []
  return taken({ type: "numeric", answers: answers.answers, units: [] }, ...warnings)
}

function choices(text: string, format: TextFormat): ReadAnswer {
  const marked = splitAtMarks(text, "~=")
  if (text.slice(0, marked[0]?.at ?? 0).trim() !== "") return refused("giftBeforeFirst")
  const read = marked
    .filter(isNoDoubledMark)
    .map(({ mark, text: part }) => readChoice(part, mark === "=" ? 100 : 0, format))
  const bad = read.find((one) => "code" in one)
  if (bad && "code" in bad) return { ok: false, ...bad }
  const all = read.filter((one) => "text" in one)
  if (all.length < 2) return refused("oneOption")
  if (all.every(({ percent }) => percent <= 0)) return refused("noRightOption")
  const whole = all.filter(({ percent }) => percent >= 100).length
  if (whole === 1) return taken({ type: "single", choices: all })
  // Several that are each marked as the whole truth: all of them are meant.
  if (whole > 1) return taken({ type: "multiple", choices: evenly(all) }, "severalRight")
  return taken({ type: "multiple", choices: all })
}

/** `~=right`, as older files have it, is `=right`. */
const isNoDoubledMark = ({ mark, text }: MarkedPart, at: number, all: readonly MarkedPart[]): boolean =>
  !(mark === "~" && text === "" && all[at + 1]?.mark === "=")

/** Shares the points out among the options that are right; the others keep what they cost. */
function evenly(choices: readonly Choice[]): Choice[] {
  const right = choices.filter(({ percent }) => percent >= 100).length
  return choices.map((choice) =>
    choice.percent >= 100
      ? { ...choice, percent: evenPercent(right) }
      : { ...choice, percent: Math.min(0, choice.percent) },
  )
}

function readChoice(written: string, usual: number, format: TextFormat): Choice | Unreadable {
  const { percent, rest } = readWeight(written, usual)
  if (Math.abs(percent) > 100) return { code: "percentTooGreat", params: { percent: String(percent) } }
  const [text, feedback] = cutAt(rest, "#")
  const shown = readText(text, format)
  if (shown.text === "") return { code: "emptyOption" }
  return {
    text: shown,
    percent,
    feedback: readFeedback(feedback, shown.format === "plain" ? format : shown.format),
  }
}

function matching(text: string, format: TextFormat): ReadAnswer {
  const parts = splitAtMarks(text, "=").map(({ text: part }) => cutAt(part, "->"))
  if (parts.some(([, match]) => match === null)) return refused("pairWithoutArrow")
  const read = parts.map(([row, match]) => ({
    row: readText(row, format),
    match: unescapeGift((match ?? "").replaceAll("\n", " ")).trim(),
  }))
  if (read.some(({ match }) => match === "")) return refused("emptyMatch")
  const pairs = read.filter(({ row }) => row.text !== "")
  if (pairs.length < 2) return refused("onePair")
  return taken({
    type: "matching",
    pairs,
    extra: read.filter(({ row }) => row.text === "").map(({ match }) => match),
  })
}

/** The first comment is for whoever answered wrongly, the second for whoever was right (Moodle Docs, "GIFT format"). */
function truth(word: string, feedback: string | null, format: TextFormat): Answer {
  const [wrong, right] = feedback === null ? [null, null] : cutAt(feedback, "#")
  return {
    type: "true-false",
    isTrue: word.toLowerCase().startsWith("t"),
    whenWrong: readFeedback(wrong, format),
    whenRight: readFeedback(right, format),
  }
}

/** One right answer needs no mark. */
function short(text: string, format: TextFormat): ReadAnswer {
  const parts = findMark(text, "=") < 0 ? [{ text }] : splitAtMarks(text, "=")
  const before = findMark(text, "=")
  if (before > 0 && text.slice(0, before).trim() !== "") return refused("giftBeforeFirst")
  const wordings = parts.map(({ text: part }) => readWording(part, format))
  if (wordings.some((one) => one.text === "")) return refused("emptyAnswer")
  if (wordings.some(({ percent }) => Math.abs(percent) > 100)) return refused("percentTooGreat")
  if (wordings.every(({ percent }) => percent <= 0)) return refused("noRightAnswer")
  return taken({ type: "short", wordings, ignoreCase: true })
}

function readWording(written: string, format: TextFormat): Wording {
  const { percent, rest } = readWeight(written, 100)
  const [text, feedback] = cutAt(rest, "#")
  return { text: readText(text, format).text, percent, feedback: readFeedback(feedback, format) }
}
