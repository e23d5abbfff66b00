import { type Answer, type Gap, gappedText, type Wording } from "@/lib/quiz/exchange/exchange-item"
import { evenPercent } from "@/lib/quiz/share"

export type TableItem = {
  /** As the table writes it, in lower case with hyphens; "" where it does not. */
  type: string
  title: string | null
  prompt: string
  points: string
  options: string[]
  right: string
  feedback: string
  tags: string[]
}

type RowAnswer =
  | { ok: true; answer: Answer; prompt?: string }
  | { ok: false; code: string; params?: Record<string, string> }

const refused = (code: string, params: Record<string, string> = {}): RowAnswer => ({
  ok: false,
  code,
  params,
})
const taken = (answer: Answer): RowAnswer => ({ ok: true, answer })

/** What other tables call our types. */
const TYPES: Record<string, Answer["type"]> = {
  single: "single",
  mc: "single",
  "multiple-choice": "single",
  multichoice: "single",
  multiple: "multiple",
  "multiple-answer": "multiple",
  "multiple-answers": "multiple",
  "multiple-response": "multiple",
  checkbox: "multiple",
  "true-false": "true-false",
  tf: "true-false",
  truefalse: "true-false",
  short: "short",
  "short-answer": "short",
  shortanswer: "short",
  text: "short",
  numeric: "numeric",
  numerical: "numeric",
  number: "numeric",
  matching: "matching",
  match: "matching",
  classification: "classification",
  classify: "classification",
  categories: "classification",
  categorize: "classification",
  ordering: "ordering",
  order: "ordering",
  gap: "gap",
  cloze: "gap",
  "fill-in": "gap",
  long: "long",
  essay: "long",
  "long-answer": "long",
  poll: "poll",
  survey: "poll",
  note: "note",
  description: "note",
}

/** What a row asks and its key. Several right answers stand behind a bar: `A|C`, `thirty-five|35`. */
export function readRowAnswer(item: TableItem): RowAnswer {
  const type = item.type === "" ? guessType(item) : TYPES[item.type]
  switch (type) {
    case "single":
    case "multiple":
      return choice(item, type)
    case "true-false":
      return truth(item)
    case "short":
      return short(item)
    case "numeric":
      return numeric(item)
    case "matching":
      return matching(item)
    case "classification":
      return classification(item)
    case "ordering":
      return ordering(item)
    case "gap":
      return gaps(item)
    case "poll":
      return poll(item)
    case "long":
    case "note":
      return taken({ type })
    default:
      return refused("typeUnknown", { type: item.type.slice(0, 40) })
  }
}

function guessType({ options, right, prompt }: TableItem): Answer["type"] {
  if (/\[\[.+?\]\]/.test(prompt)) return "gap"
  if (filled(options).length === 2 && filled(options).every(isTruth)) return "true-false"
  if (filled(options).length > 0) return "single"
  if (right === "") return "long"
  return isTruth(right) ? "true-false" : "short"
}

const filled = (options: readonly string[]): string[] => options.filter((option) => option !== "")
const alternatives = (text: string): string[] => filled(text.split("|").map((one) => one.trim()))
const isTruth = (text: string): boolean => /^(true|false|t|f)$/i.test(text.trim())

function choice({ options, right }: TableItem, type: "single" | "multiple"): RowAnswer {
  if (filled(options).length < 2) return refused("oneOption")
  if (right === "") return refused("noRightOption")
  const wanted = rightOptions(options, right)
  if (wanted === null) return refused("rightNotThere", { right: right.slice(0, 60) })
  const share = evenPercent(wanted.size)
  const choices = options.flatMap((text, at) =>
    text === ""
      ? []
      : [{ text: { format: "plain" as const, text }, percent: wanted.has(at) ? share : 0, feedback: null }],
  )
  return taken({ type: wanted.size > 1 ? "multiple" : type, choices })
}

/** Named by their words, their letters or their numbers. Null where one is not there. */
function rightOptions(options: readonly string[], right: string): Set<number> | null {
  const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()
  const byWords = options.findIndex((option) => option !== "" && same(option, right))
  if (byWords >= 0) return new Set([byWords])
  const named = right.includes("|") ? alternatives(right) : right.split(/[\s,;]+/).filter((one) => one !== "")
  const places = named.map((one) => {
    const words = options.findIndex((option) => option !== "" && same(option, one))
    if (words >= 0) return words
    const letter = /^[a-t]$/i.test(one) ? one.toUpperCase().charCodeAt(0) - 65 : Number.NaN
    const place = /^\d{1,2}$/.test(one) ? Number(one) - 1 : letter
    return options[place] ? place : -1
  })
  return places.length === 0 || places.includes(-1) ? null : new Set(places)
}

function truth({ right, options }: TableItem): RowAnswer {
  const named = rightOptions(options, right)
  const word = isTruth(right) ? right : (options[[...(named ?? [])][0] ?? -1] ?? "")
  if (!isTruth(word)) return refused("noTruth")
  return taken({ type: "true-false", isTrue: /^t/i.test(word.trim()), whenRight: null, whenWrong: null })
}

const wordings = (text: string): Wording[] =>
  alternatives(text).map((one) => ({ text: one, percent: 100, feedback: null }))

function short({ right }: TableItem): RowAnswer {
  const all = wordings(right)
  return all.length === 0
    ? refused("noRightAnswer")
    : taken({ type: "short", wordings: all, ignoreCase: true })
}

/** `35`, or with what may be off: `35 ± 0.5`, `35 +- 0.5`. */
function numeric({ right }: TableItem): RowAnswer {
  const [number = "", tolerance = "0"] = right.split(/\s*(?:±|\+-|\+\/-)\s*/)
  const isNumber = (text: string) => text !== "" && Number.isFinite(Number(text.replace(",", ".")))
  if (!isNumber(number) || !isNumber(tolerance)) return refused("notANumber", { text: right.slice(0, 40) })
  const accepts = {
    kind: "tolerance" as const,
    number: number.replace(",", "."),
    tolerance: tolerance.replace(",", "."),
  }
  return taken({ type: "numeric", answers: [{ accepts, percent: 100, feedback: null }], units: [] })
}

/** An option a pair: `Crimea -> 2014`. */
function matching({ options }: TableItem): RowAnswer {
  const cut = filled(options).map((option) => option.split(/\s*->\s*/))
  if (cut.some((parts) => parts.length !== 2 || parts[1] === "")) return refused("pairWithoutArrow")
  const pairs = cut.filter(([row]) => row !== "")
  if (pairs.length < 2) return refused("onePair")
  return taken({
    type: "matching",
    pairs: pairs.map(([row = "", match = ""]) => ({ row: { format: "plain", text: row }, match })),
    extra: cut.filter(([row]) => row === "").map(([, match = ""]) => match),
  })
}

/** An option a statement: `Khan was the first to come -> a fact`. The right cell names the categories in their order. */
function classification({ options, right }: TableItem): RowAnswer {
  const cut = filled(options).map((option) => option.split(/\s*->\s*/))
  if (cut.some((parts) => parts.length !== 2 || parts.includes(""))) return refused("pairWithoutArrow")
  if (cut.length < 2) return refused("onePair")
  const statements = cut.map(([text = "", category = ""]) => ({ text, category }))
  const used = statements.map(({ category }) => category)
  const named = alternatives(right)
  return taken({ type: "classification", categories: [...new Set([...named, ...used])], statements })
}

function ordering({ options }: TableItem): RowAnswer {
  const steps = filled(options)
  return steps.length < 2 ? refused("oneStep") : taken({ type: "ordering", steps })
}

function poll({ options }: TableItem): RowAnswer {
  return filled(options).length < 2 ? refused("oneOption") : taken({ type: "poll", options: filled(options) })
}

/** Gaps as our own editor writes them: `35 countries [[abstained|did not vote]]`, and with a star a list: `[[*for|against]]`. */
function gaps({ prompt }: TableItem): RowAnswer {
  const pieces = prompt
    .split(/(\[\[.+?\]\])/)
    .filter((piece) => piece !== "")
    .map(pieceOf)
  if (!pieces.some((piece) => typeof piece !== "string")) return refused("noGap")
  return { ok: true, answer: { type: "gap", pieces }, prompt: gappedText(pieces) }
}

function pieceOf(piece: string): string | Gap {
  if (!/^\[\[.+\]\]$/.test(piece)) return piece
  const words = alternatives(piece.slice(2, -2))
  if (!words.some((word) => word.startsWith("*")))
    return { weight: 1, kind: "short", wordings: wordings(words.join("|")), ignoreCase: true }
  const choices = words.map((word) => ({
    text: { format: "plain" as const, text: word.replace(/^\*/, "").trim() },
    percent: word.startsWith("*") ? 100 : 0,
    feedback: null,
  }))
  return { weight: 1, kind: "choice", choices }
}
