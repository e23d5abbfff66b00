import type { AuthoredItem } from "@/lib/quiz/authored-item"
import type { Answer, ExchangeItem, Gap, NumericAnswer, RichText } from "@/lib/quiz/exchange/exchange-item"
import { gappedText } from "@/lib/quiz/exchange/exchange-item"
import { isQuestion } from "@/lib/quiz/question"
import { evenPercent, isWholePercent } from "@/lib/quiz/share"
import {
  content as classificationContent,
  key as classificationKey,
} from "@/lib/quiz/types/classification/shapes"
import { content as pairContent, key as pairKey } from "@/lib/quiz/types/evidence-pair/shapes"
import { ANY_OTHER, fillsOf } from "@/lib/quiz/types/gap/fills"
import type { WeighedFill } from "@/lib/quiz/types/gap/shapes"
import { content as gapContent, key as gapKey } from "@/lib/quiz/types/gap/shapes"
import { content as matchingContent, key as matchingKey } from "@/lib/quiz/types/matching/shapes"
import { key as multipleKey } from "@/lib/quiz/types/multiple/shapes"
import { numbersOf } from "@/lib/quiz/types/numeric/numbers"
import type { NumericKey } from "@/lib/quiz/types/numeric/shapes"
import { draftKey as numericKey } from "@/lib/quiz/types/numeric/shapes"
import { content as orderingContent, key as orderingKey } from "@/lib/quiz/types/ordering/shapes"
import { key as shortKey } from "@/lib/quiz/types/short/shapes"
import { wordingsOf } from "@/lib/quiz/types/short/wordings"
import { content as choiceContent, key as singleKey } from "@/lib/quiz/types/single/shapes"
import { content as truthContent, key as truthKey } from "@/lib/quiz/types/true-false/shapes"

/** What a file can carry of an item, and the codes of what it cannot; or why it cannot carry it at all. */
export type Carried = { ok: true; item: ExchangeItem; lost: string[] } | { ok: false; code: string }

const plain = (text: string): RichText => ({ format: "plain", text })
const plainOrNull = (text: string | null | undefined): RichText | null => (text ? plain(text) : null)

/** An item of ours in the words of exchange formats. Throws where content or key is not of the item's type. */
export function fromAuthored(item: AuthoredItem): Carried {
  if (item.type === "evidence") return { ok: false, code: "evidenceStays" }
  const asks = isQuestion(item)
  const needsKey = item.type !== "poll" && item.type !== "long" && asks
  if (item.level === "my_view" && item.type !== "poll" && asks) return { ok: false, code: "viewStays" }
  if (needsKey && (item.key ?? null) === null) return { ok: false, code: "keyMissing" }
  const answer = answerOf(item)
  const isGap = answer.type === "gap"
  return {
    ok: true,
    item: {
      title: item.title,
      prompt: plain(isGap ? gappedText(answer.pieces) : item.prompt),
      // Moodle counts the points of a text too, where it is given any.
      points: asks ? item.points : 0,
      answer,
      feedback: plainOrNull(item.explanation),
      tags: item.skills,
      category: [],
    },
    lost: lostOf(item),
  }
}

function lostOf(item: AuthoredItem): string[] {
  const key = (item.key ?? {}) as {
    evidence?: { sentenceIds: string[]; quotes: string[] }
    rubric?: unknown
    tolerance?: { kind: string }
  }
  const evidence = [...(key.evidence?.sentenceIds ?? []), ...(key.evidence?.quotes ?? [])]
  const { right, wrong, evidence: onEvidence } = item.feedback
  const keepsComments = ["true-false", "short", "numeric"].includes(item.type)
  return [
    ...(item.type === "evidence-pair" ? ["secondPartStays"] : evidence.length > 0 ? ["sentencesStay"] : []),
    ...(key.rubric ? ["rubricStays"] : []),
    ...(item.hint ? ["hintStays"] : []),
    ...(onEvidence || ((right || wrong) && !keepsComments) ? ["commentStays"] : []),
    ...(key.tolerance?.kind === "percent" ? ["percentBecameNumber"] : []),
  ]
}

function answerOf({ type, content, key, feedback }: AuthoredItem): Answer {
  const { options: comments = {}, right, wrong } = feedback
  const choices = (list: { id: string; text: string }[], shareOf: (id: string) => number) =>
    list.map(({ id, text }) => ({
      text: plain(text),
      percent: shareOf(id),
      feedback: plainOrNull(comments[id]),
    }))
  switch (type) {
    case "single": {
      const { answer, shares = {} } = singleKey.parse(key)
      const { options } = choiceContent.parse(content)
      return { type, choices: choices(options, (id) => (id === answer ? 100 : (shares[id] ?? 0))) }
    }
    case "evidence-pair": {
      const { answer } = pairKey.parse(key)
      const { options } = pairContent.parse(content)
      return { type: "single", choices: choices(options, (id) => (id === answer ? 100 : 0)) }
    }
    case "multiple": {
      const { answers, shares } = multipleKey.parse(key)
      const { options } = choiceContent.parse(content)
      const even = (id: string) => (answers.includes(id) ? evenPercent(answers.length) : 0)
      return { type, choices: choices(options, (id) => (shares ? (shares[id] ?? 0) : even(id))) }
    }
    case "true-false": {
      const isTrue = truthContent.parse(content).options[0]?.id === truthKey.parse(key).answer
      return { type, isTrue, whenRight: plainOrNull(right), whenWrong: plainOrNull(wrong) }
    }
    case "short": {
      const parsed = shortKey.parse(key)
      const said = wordingsOf(parsed).map(({ text, ...one }) => ({ text, ...saidTo(one, right) }))
      const others = wrong ? [{ text: "*", percent: 0, feedback: plain(wrong) }] : []
      return { type, ignoreCase: parsed.ignoreCase, wordings: [...said, ...others] }
    }
    case "numeric":
      return numeric(numericKey.parse(key), { right, wrong })
    case "matching": {
      const { rows, options } = matchingContent.parse(content)
      const { pairs } = matchingKey.parse(key)
      const textOf = (id: string | undefined) => options.find((option) => option.id === id)?.text ?? ""
      const used = new Set(Object.values(pairs))
      return {
        type,
        pairs: rows.map(({ id, text }) => ({ row: plain(text), match: textOf(pairs[id]) })),
        extra: options.filter(({ id }) => !used.has(id)).map(({ text }) => text),
      }
    }
    case "classification": {
      const { categories, statements } = classificationContent.parse(content)
      const { places } = classificationKey.parse(key)
      const nameOf = (id: string | undefined) => categories.find((one) => one.id === id)?.text ?? ""
      return {
        type,
        categories: categories.map(({ text }) => text),
        statements: statements.map(({ id, text }) => ({ text, category: nameOf(places[id]) })),
      }
    }
    case "ordering": {
      const { steps } = orderingContent.parse(content)
      const { order } = orderingKey.parse(key)
      return { type, steps: order.map((id) => steps.find((step) => step.id === id)?.text ?? "") }
    }
    case "gap":
      return gaps(content, key, comments)
    case "note":
      return { type }
    case "poll":
      return { type, options: choiceContent.parse(content).options.map(({ text }) => text) }
    default:
      return { type: "long" }
  }
}

type Comments = Pick<AuthoredItem["feedback"], "right" | "wrong">

/** A share, with what is said to that answer; to one that is wholly right, else what is said to all of those. */
const saidTo = ({ percent, comment }: { percent: number; comment: string }, right?: string) => ({
  percent,
  feedback: plainOrNull(comment || (isWholePercent(percent) ? right : null)),
})

function numeric(key: NumericKey, { right, wrong }: Comments): Answer {
  const answers = numbersOf(key).map(({ answer: number, tolerance, ...one }) => {
    const off =
      tolerance.kind === "percent"
        ? String((Math.abs(Number(number)) * Number(tolerance.amount)) / 100)
        : tolerance.amount
    return { accepts: { kind: "tolerance" as const, number, tolerance: off }, ...saidTo(one, right) }
  })
  const isOtherSaid = Boolean(wrong) || key.otherwise !== undefined
  const other = {
    accepts: { kind: "other" as const },
    percent: key.otherwise ?? 0,
    feedback: plainOrNull(wrong),
  }
  return { type: "numeric", units: key.units, answers: [...answers, ...(isOtherSaid ? [other] : [])] }
}

function gaps(content: unknown, key: unknown, comments: Record<string, string>): Answer {
  const parsed = gapKey.parse(key)
  const pieces = gapContent.parse(content).pieces.map((piece): string | Gap => {
    if ("text" in piece) return piece.text
    const weight = parsed.weights?.[piece.gap] ?? 1
    const fills = fillsOf(piece, parsed)
    if (piece.options) {
      const textOf = (id: string) => piece.options?.find((option) => option.id === id)?.text ?? ""
      const choices = fills.map(({ fill, ...one }) => ({
        text: plain(textOf(fill)),
        ...saidTo({ ...one, comment: one.comment || (comments[fill] ?? "") }),
      }))
      return { weight, kind: "choice", choices }
    }
    if (fills.some(({ tolerance }) => tolerance !== undefined))
      return { weight, kind: "numeric", answers: fills.map(numberIn) }
    const wordings = fills.map(({ fill: text, ...one }) => ({ text, ...saidTo(one) }))
    return { weight, kind: "short", wordings, ignoreCase: parsed.ignoreCase }
  })
  return { type: "gap", pieces }
}

function numberIn({ fill, tolerance = "0", ...one }: WeighedFill): NumericAnswer {
  const accepts =
    fill === ANY_OTHER ? { kind: "other" as const } : { kind: "tolerance" as const, number: fill, tolerance }
  return { accepts, ...saidTo(one) }
}
