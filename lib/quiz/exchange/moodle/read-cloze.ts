import type { Choice, Gap, NumericAnswer, RichText, Wording } from "@/lib/quiz/exchange/exchange-item"
import { isHtml } from "@/lib/quiz/exchange/is-html"
import type { MoodleAnswer } from "@/lib/quiz/exchange/moodle/read-answers"
import { plainTextOf } from "@/lib/quiz/exchange/plain-text"

/** Moodle's names for the kinds of gap (Moodle Docs, "Embedded Answers (Cloze) question type"). */
const KINDS: Record<string, Gap["kind"]> = {
  SHORTANSWER: "short",
  SA: "short",
  MW: "short",
  SHORTANSWER_C: "short",
  SAC: "short",
  MWC: "short",
  NUMERICAL: "numeric",
  NM: "numeric",
  MULTICHOICE: "choice",
  MC: "choice",
  MULTICHOICE_V: "choice",
  MCV: "choice",
  MULTICHOICE_H: "choice",
  MCH: "choice",
  MULTICHOICE_S: "choice",
  MCS: "choice",
  MULTICHOICE_VS: "choice",
  MCVS: "choice",
  MULTICHOICE_HS: "choice",
  MCHS: "choice",
}
const MINDS_CASE = new Set(["SHORTANSWER_C", "SAC", "MWC"])

const HEAD = /\{(\d*):([A-Z_]+):/g

/** A text with gaps written in it: `{1:MULTICHOICE:=a~b}`. A gap of a kind we do not have is told; the text stays whole. */
export function readCloze(shown: RichText): MoodleAnswer {
  const { text } = shown
  const pieces: (string | Gap)[] = []
  let at = 0
  for (const head of text.matchAll(HEAD)) {
    if (head.index < at) continue
    const close = closing(text, head.index + head[0].length)
    if (close < 0) return { ok: false, code: "gapNotClosed" }
    const [, weight = "", name = ""] = head
    const gap = readGap(name, text.slice(head.index + head[0].length, close), isHtml(shown))
    if (typeof gap === "string") return { ok: false, code: gap, params: { type: name } }
    if (head.index > at) pieces.push(text.slice(at, head.index))
    pieces.push({ ...gap, weight: weight === "" ? 1 : Number(weight) })
    at = close + 1
  }
  if (at < text.length) pieces.push(text.slice(at))
  const gaps = pieces.filter((piece) => typeof piece !== "string")
  if (gaps.length === 0) return { ok: false, code: "noGap" }
  return { ok: true, answer: { type: "gap", pieces }, warnings: [] }
}

function closing(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === "\\") at++
    else if (text[at] === "}") return at
  }
  return -1
}

type Part = { percent: number; text: string; feedback: RichText | null }

function readGap(name: string, written: string, inHtml: boolean): Gap | string {
  const kind = KINDS[name]
  if (!kind) return "gapUnknown"
  const parts = split(written, "~").map(readPart)
  if (parts.every(({ percent }) => percent <= 0)) return "noRightAnswer"
  if (kind === "choice") return { weight: 1, kind, choices: parts.map(asChoice) }
  if (kind === "short")
    return { weight: 1, kind, wordings: parts.map(asTyped(inHtml)), ignoreCase: !MINDS_CASE.has(name) }
  const answers = parts.map(asNumeric)
  return answers.some((answer) => answer === null)
    ? "notANumber"
    : { weight: 1, kind, answers: answers.filter((answer) => answer !== null) }
}

/** `=right`, `%50%half`, or nothing before a wrong one; a comment behind `#`. */
function readPart(written: string): Part {
  const weight = /^%(-?\d+(?:\.\d+)?)%/.exec(written)
  const isRight = written.startsWith("=")
  const rest = weight ? written.slice(weight[0].length) : isRight ? written.slice(1) : written
  const [text = "", ...comment] = split(rest, "#")
  const said = plain(comment.join("#"))
  return {
    percent: weight ? Number(weight[1]) : isRight ? 100 : 0,
    text: plain(text),
    feedback: said === "" ? null : { format: "html", text: said },
  }
}

/** Nobody types an entity or a tag, which the editor of a page puts into a wording. */
const asTyped =
  (inHtml: boolean) =>
  ({ text, ...part }: Part): Wording => ({
    ...part,
    text: inHtml ? plainTextOf({ format: "html", text }) : text,
  })

const asChoice = ({ text, ...part }: Part): Choice => ({ ...part, text: { format: "html", text } })

function asNumeric({ text, ...part }: Part): NumericAnswer | null {
  if (text === "*") return { ...part, accepts: { kind: "other" } }
  const [number = "", tolerance = "0"] = text.split(":").map((one) => one.trim())
  const isNumber = (one: string) => one !== "" && Number.isFinite(Number(one))
  return isNumber(number) && isNumber(tolerance)
    ? { ...part, accepts: { kind: "tolerance", number, tolerance } }
    : null
}

function split(text: string, mark: string): string[] {
  const parts = [""]
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? ""
    if (letter === "\\") parts.push(`${parts.pop() ?? ""}\\${text[++at] ?? ""}`)
    else if (letter === mark) parts.push("")
    else parts.push((parts.pop() ?? "") + letter)
  }
  return parts
}

const plain = (text: string): string => text.replace(/\\(.)/g, "$1").trim()
