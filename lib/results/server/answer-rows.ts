import "server-only"
import type { Confidence } from "@/lib/quiz/confidence"
import { type ItemKey, openKey } from "@/lib/quiz/item-key"
import { itemTypeOf } from "@/lib/quiz/item-types"
import { NOTHING_TOLD, type ToldAnswer, type ToldPart } from "@/lib/quiz/told"
import { findingOf } from "@/lib/results/finding-of"
import type { GradableAnswer } from "@/lib/results/grading/build-grading"
import type { AnswerFacts } from "@/lib/results/results-facts"
import { type GradedRow, gradedFactsOf } from "@/lib/results/server/graded-facts"

export type StudentAnswer = AnswerFacts & GradableAnswer

/** What ANSWERS is, parsed: attempts with their answers. */
type AttemptAnswers = [attemptId: string, enrolmentId: string, answers: AnswerColumns[]]
type AnswerColumns = [
  itemId: string,
  saveNumber: number,
  value: unknown,
  confidence: Confidence | null,
  numerator: number | null,
  denominator: number | null,
  finding: unknown,
  graded: GradedRow["graded"],
]

type AnsweredItem = { itemId: string; type: string; content: unknown; key: ItemKey | null }

export type AnswersSeen = {
  /** By id. An answer to an item that the lesson no longer has is a blank one. */
  items: ReadonlyMap<string, AnsweredItem>
  asksSecond: boolean
  viewerId: string
}

/** The answers of the statement's text as a viewer may know them. */
export function readAnswers(text: string, seen: AnswersSeen): StudentAnswer[] {
  const tell = teller(seen.items)
  return (JSON.parse(text) as AttemptAnswers[]).flatMap(([attemptId, enrolmentId, answers]) =>
    answers.map((columns) => answerOf({ attemptId, enrolmentId }, columns, { ...seen, tell })),
  )
}

/**
 * Its fields are named one by one: spread together, the thousands of a class cost more than everything else that is done with
 * them.
 */
function answerOf(
  { attemptId, enrolmentId }: { attemptId: string; enrolmentId: string },
  [itemId, saveNumber, value, confidence, numerator, denominator, finding, graded]: AnswerColumns,
  seen: AnswersSeen & { tell: Tell },
): StudentAnswer {
  const { optionIds, text, sentenceIds, parts } = seen.tell(itemId, value)
  const { answerRight, evidenceRight } = findingOf(finding)
  const grade = gradedFactsOf({ saveNumber, numerator, denominator, finding, graded }, seen)
  return {
    enrolmentId,
    attemptId,
    itemId,
    confidence,
    answerRight,
    evidenceRight,
    saveNumber: grade.saveNumber,
    numerator: grade.numerator,
    denominator: grade.denominator,
    given: grade.given,
    second: grade.second,
    standing: grade.standing,
    awaitsMine: grade.awaitsMine,
    optionIds,
    text,
    sentenceIds,
    parts,
  }
}

type Told = ToldAnswer & { parts: ToldPart[] }
type Tell = (itemId: string, value: unknown) => Told

const NO_ANSWER: Told = { ...NOTHING_TOLD, parts: [] }

/** Three hundred students give a handful of answers to most items: each is read once. */
function teller(items: AnswersSeen["items"]): Tell {
  const known = new Map([...items.values()].map((item) => [item.itemId, new Map<string, Told>()]))
  return (itemId, value) => {
    const item = items.get(itemId)
    if (!item) return NO_ANSWER
    const said = JSON.stringify(value)
    const found = known.get(itemId)?.get(said) ?? toldOf(item, value)
    known.get(itemId)?.set(said, found)
    return found
  }
}

function toldOf({ type: name, content, key }: AnsweredItem, value: unknown): Told {
  const type = itemTypeOf(name)
  const opened = key ? openKey(key, "authoring").key : null
  return { ...type.told(content, value), parts: type.parts(content, value, opened) }
}
