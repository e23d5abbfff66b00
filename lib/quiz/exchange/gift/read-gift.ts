import {
  type Answer,
  type ExchangeItem,
  GAP,
  type Gap,
  type ReadQuiz,
  type RichText,
  remark,
  type TextFormat,
} from "@/lib/quiz/exchange/exchange-item"
import { type ReadAnswer, readAnswers } from "@/lib/quiz/exchange/gift/read-answers"
import { readFeedback, readText, readWords } from "@/lib/quiz/exchange/gift/read-text"
import { findMark, unescapeGift } from "@/lib/quiz/exchange/gift/scan"
import { type GiftBlock, splitBlocks } from "@/lib/quiz/exchange/gift/split-blocks"

/**
 * Moodle's GIFT format (Moodle Docs, "GIFT format"). Each question is read alone: a fault in one is told with its line
 * and takes no other with it.
 */
export function readGift(text: string): ReadQuiz {
  const quiz: ReadQuiz = { items: [], skipped: [], warnings: [] }
  for (const block of splitBlocks(text)) {
    const [line = 1] = block.lines
    const read = readBlock(block)
    if (!read.ok) {
      const at = block.lines[read.atLine ?? 0] ?? line
      quiz.skipped.push(remark(at, read.code, read.params))
      continue
    }
    quiz.items.push({ line, value: read.item })
    quiz.warnings.push(...read.warnings.map((code) => remark(line, code)))
  }
  return quiz
}

type ReadBlock =
  | { ok: true; item: ExchangeItem; warnings: string[] }
  | { ok: false; code: string; params?: Record<string, string>; atLine?: number }

function readBlock(block: GiftBlock): ReadBlock {
  const titled = takeTitle(block.text)
  if (!titled) return { ok: false, code: "titleNotClosed" }
  const { title, rest, from } = titled
  const open = findMark(rest, "{")
  const at = (offset: number) => ({ atLine: lineAt(block.text, from + offset) })
  const common = { title, points: 1, tags: block.tags, category: block.category }
  if (open < 0) {
    if (findMark(rest, "}") >= 0) return { ok: false, code: "braceNotOpened", ...at(findMark(rest, "}")) }
    const prompt = readText(rest, "moodle")
    if (prompt.text === "") return { ok: false, code: "noPrompt" }
    return { ok: true, item: { ...common, prompt, answer: { type: "note" }, feedback: null }, warnings: [] }
  }
  const close = findMark(rest, "}", open + 1)
  if (close < 0) return { ok: false, code: "braceNotClosed", ...at(open) }
  const again = findMark(rest, "{", open + 1)
  if (again >= 0) return { ok: false, code: "secondBraces", ...at(again) }
  const [before, inner, after] = [rest.slice(0, open), rest.slice(open + 1, close), rest.slice(close + 1)]
  const read = readInner(inner, readText(before, "moodle").format)
  if (!read.answer.ok) return { ...read.answer, ...at(open) }
  const { answer, warnings } = read.answer
  const asked = join(before, after)
  if (asked.prompt.text === "") return { ok: false, code: "noPrompt" }
  const gapped = asked.gap ? asGap(answer, asked) : null
  return {
    ok: true,
    item: { ...common, prompt: asked.prompt, answer: gapped ?? answer, feedback: read.feedback },
    warnings,
  }
}

/** `::title::` before anything else. Null where it is begun and not ended. */
function takeTitle(text: string): { title: string | null; rest: string; from: number } | null {
  const start = text.length - text.trimStart().length
  if (!text.startsWith("::", start)) return { title: null, rest: text, from: 0 }
  const end = findMark(text, "::", start + 2)
  if (end < 0) return null
  const title = unescapeGift(text.slice(start + 2, end).replaceAll("\n", " ")).trim()
  return { title: title === "" ? null : title, rest: text.slice(end + 2), from: end + 2 }
}

type Inner = { answer: ReadAnswer; feedback: RichText | null }

/** General feedback stands at the end, after four number signs. */
function readInner(inner: string, format: TextFormat): Inner {
  const at = findMark(inner, "####")
  const [answers, general] = at < 0 ? [inner, null] : [inner.slice(0, at), inner.slice(at + 4)]
  return { answer: readAnswers(answers, format), feedback: readFeedback(general, format) }
}

type Asked = { prompt: RichText; before: string; after: string; gap: boolean }

/** A mark that is left over behind a sentence that has ended: `When was he born? {#1822}.` asks, and has no gap. */
const isLeftOver = (before: string, rest: string): boolean =>
  /[.?!:…。？！؟۔]["”’»)]?$/u.test(before) && !/[\p{L}\p{N}]/u.test(rest)

/** What follows the braces makes a gap of them. */
function join(before: string, after: string): Asked {
  const first = readText(before, "moodle")
  const rest = readWords(after)
  const [left, right] = [spaced(before, first.text, "end"), spaced(after, rest, "start")]
  if (rest === "" || isLeftOver(first.text, rest))
    return { prompt: first, before: first.text, after: "", gap: false }
  return { prompt: { ...first, text: `${left}${GAP}${right}` }, before: left, after: right, gap: true }
}

/** A space between a text and its gap stays one. */
function spaced(written: string, text: string, side: "start" | "end"): string {
  if (text === "") return ""
  if (side === "start") return /^\s/.test(written) ? ` ${text}` : text
  return /\s$/.test(written) ? `${text} ` : text
}

/** An answer in the middle of its sentence, where the type has a gap for it; else null, and it is asked after the sentence. */
function asGap(answer: Answer, { before, after }: Asked): Answer | null {
  const gap = gapOf(answer)
  if (!gap) return null
  return { type: "gap", pieces: [before, gap, after].filter((piece) => piece !== "") }
}

function gapOf(answer: Answer): Gap | null {
  if (answer.type === "single") return { weight: 1, kind: "choice", choices: answer.choices }
  if (answer.type === "short")
    return { weight: 1, kind: "short", wordings: answer.wordings, ignoreCase: answer.ignoreCase }
  return answer.type === "numeric" ? { weight: 1, kind: "numeric", answers: answer.answers } : null
}

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split("\n").length - 1
