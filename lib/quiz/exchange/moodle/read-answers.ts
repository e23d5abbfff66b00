import type { Answer, Choice, NumericAnswer, Pair, Wording } from "@/lib/quiz/exchange/exchange-item"
import { feedbackOf, richTextOf } from "@/lib/quiz/exchange/moodle/moodle-text"
import { readCloze } from "@/lib/quiz/exchange/moodle/read-cloze"
import { childOf, childrenOf, textOf, type XmlNode } from "@/lib/quiz/exchange/moodle/xml-node"

export type MoodleAnswer =
  | { ok: true; answer: Answer; warnings: string[] }
  | { ok: false; code: string; params?: Record<string, string> }

const taken = (answer: Answer, warnings: string[] = []): MoodleAnswer => ({ ok: true, answer, warnings })

/** What a `<question>` of this type asks, and its key. */
export function readMoodleAnswer(type: string, question: XmlNode): MoodleAnswer {
  switch (type) {
    case "multichoice":
      return choice(question)
    case "truefalse":
      return truth(question)
    case "shortanswer":
      return short(question)
    case "numerical":
      return numeric(question)
    case "matching":
    case "match":
      return matching(question)
    case "ordering":
      return ordering(question)
    case "cloze":
    case "multianswer":
      return readCloze(richTextOf(childOf(question, "questiontext")))
    case "essay":
      return taken({ type: "long" })
    case "description":
      return taken({ type: "note" })
    default:
      return { ok: false, code: "typeUnknown", params: { type: type.slice(0, 40) } }
  }
}

const percentOf = (answer: XmlNode): number => Number(answer.attributes.fraction ?? "0")

function choice(question: XmlNode): MoodleAnswer {
  const choices: Choice[] = childrenOf(question, "answer").map((answer) => ({
    text: richTextOf(answer),
    percent: percentOf(answer),
    feedback: feedbackOf(answer),
  }))
  if (choices.length < 2) return { ok: false, code: "oneOption" }
  if (!choices.every(({ percent }) => Math.abs(percent) <= 100)) return { ok: false, code: "percentTooGreat" }
  if (choices.every(({ percent }) => percent <= 0)) return { ok: false, code: "noRightOption" }
  const single = /^(true|1)$/i.test(textOf(question, "single"))
  return taken({ type: single ? "single" : "multiple", choices })
}

function truth(question: XmlNode): MoodleAnswer {
  const answers = childrenOf(question, "answer")
  const right = answers.find((answer) => percentOf(answer) > 0)
  const word = richTextOf(right).text.toLowerCase()
  if (word !== "true" && word !== "false") return { ok: false, code: "noTruth" }
  const wrong = answers.find((answer) => answer !== right)
  return taken({
    type: "true-false",
    isTrue: word === "true",
    whenRight: feedbackOf(right),
    whenWrong: feedbackOf(wrong),
  })
}

function short(question: XmlNode): MoodleAnswer {
  const wordings: Wording[] = childrenOf(question, "answer").map((answer) => ({
    text: richTextOf(answer).text,
    percent: percentOf(answer),
    feedback: feedbackOf(answer),
  }))
  if (wordings.every(({ percent }) => !(percent > 0))) return { ok: false, code: "noRightAnswer" }
  return taken({ type: "short", wordings, ignoreCase: textOf(question, "usecase") !== "1" })
}

function numeric(question: XmlNode): MoodleAnswer {
  const answers: NumericAnswer[] = []
  for (const answer of childrenOf(question, "answer")) {
    const number = richTextOf(answer).text
    const tolerance = textOf(answer, "tolerance") || answer.attributes.tolerance || "0"
    const isOther = number === "*"
    if (!isOther && !(isNumber(number) && isNumber(tolerance)))
      return { ok: false, code: "notANumber", params: { text: number.slice(0, 40) } }
    answers.push({
      accepts: isOther ? { kind: "other" } : { kind: "tolerance", number, tolerance },
      percent: percentOf(answer),
      feedback: feedbackOf(answer),
    })
  }
  if (answers.every(({ percent }) => !(percent > 0))) return { ok: false, code: "noRightAnswer" }
  const units = childrenOf(childOf(question, "units") ?? question, "unit").map((unit) =>
    textOf(unit, "unit_name"),
  )
  // Graded as a part of the answer (1) or of the points (2); 0 and nothing: the number alone counts.
  const isAsked = /^[12]$/.test(textOf(question, "unitgradingtype"))
  const named = units.filter((unit) => unit !== "")
  return taken(
    { type: "numeric", answers, units: isAsked ? named : [] },
    named.length > 1 ? ["unitsCounted"] : [],
  )
}

const isNumber = (text: string): boolean =>
  text.trim() !== "" && Number.isFinite(Number(text.replace(",", ".")))

function matching(question: XmlNode): MoodleAnswer {
  const rows = childrenOf(question, "subquestion").map((sub) => ({
    row: richTextOf(sub),
    match: textOf(sub, "answer"),
  }))
  const pairs: Pair[] = rows.filter(({ row, match }) => row.text !== "" && match !== "")
  if (pairs.length < 2) return { ok: false, code: "onePair" }
  const extra = rows.filter(({ row, match }) => row.text === "" && match !== "").map(({ match }) => match)
  return taken({ type: "matching", pairs, extra })
}

function ordering(question: XmlNode): MoodleAnswer {
  const steps = childrenOf(question, "answer")
    .toSorted((a, b) => percentOf(a) - percentOf(b))
    .map((answer) => richTextOf(answer).text)
  return steps.length < 2 ? { ok: false, code: "oneStep" } : taken({ type: "ordering", steps })
}
