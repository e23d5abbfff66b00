import { newRandomId } from "@/lib/platform/ids"
import { type AuthoredItem, blankItem } from "@/lib/quiz/authored-item"
import { keepFills } from "@/lib/quiz/types/gap/fills"
import { readGapMarkup } from "@/lib/quiz/types/gap/gap-markup"
import { gapsOf } from "@/lib/quiz/types/gap/gaps"
import type { GapKey } from "@/lib/quiz/types/gap/shapes"
import { keepNumbers } from "@/lib/quiz/types/numeric/numbers"
import { keepWordings } from "@/lib/quiz/types/short/wordings"
import { optionIds, withOptions } from "@/tests/support/factories-quiz"

const RULES = { ignoreCase: true, ignoreDiacritics: true }
const number = (answer: string, amount: string, percent: number, comment: string) => ({
  answer,
  tolerance: { kind: "absolute" as const, amount },
  percent,
  comment,
})

/** One item of each type whose answers can earn a part of the points, with words for those that do. */
export function itemsWithShares(): AuthoredItem[] {
  const single = withOptions(blankItem("single", newRandomId), ["Neutral", "Almost neutral", "Not neutral"])
  const [right = "", part = ""] = optionIds(single)
  const multiple = withOptions(blankItem("multiple", newRandomId), ["India", "Pakistan", "Poland", "Chad"])
  const [india = "", pakistan = "", poland = ""] = optionIds(multiple)
  const wordings = keepWordings([
    { text: "fake neutrality", percent: 100, comment: "" },
    { text: "neutrality", percent: 50, comment: "Which neutrality?" },
  ])
  const numbers = keepNumbers([number("35", "0", 100, ""), number("35", "2", 50, "Count again.")])
  const units = { units: [], ignoreCase: true, weights: { number: 1, unit: 1 } }
  return [
    {
      ...single,
      prompt: "What was it?",
      key: { answer: right, shares: { [part]: 50 } },
      feedback: { options: { [part]: "Almost is not enough." } },
    },
    {
      ...multiple,
      prompt: "Who abstained?",
      key: { answers: [india, pakistan], shares: { [india]: 50, [pakistan]: 50, [poland]: -25 } },
    },
    { ...blankItem("short", newRandomId), prompt: "What does Mir call it?", key: { ...wordings, ...RULES } },
    { ...blankItem("numeric", newRandomId), prompt: "How many abstained?", key: { ...numbers, ...units } },
    gapItem(),
  ].map((item) => ({ ...item, points: 2, key: { ...item.key, evidence: { quotes: [], sentenceIds: [] } } }))
}

function gapItem() {
  const { pieces, gaps } = readGapMarkup("India [[abstained|did not vote]] and came [[*first|second]].", {
    before: { pieces: [] },
    newId: newRandomId,
  })
  const [typed] = gapsOf({ pieces })
  if (!typed) throw new Error("No gap in this text")
  const plain: Omit<GapKey, "evidence"> = { gaps, ...RULES, weights: { [typed.gap]: 3 } }
  const key = keepFills(plain, typed, [
    { fill: "abstained", percent: 100, comment: "" },
    { fill: "did not vote", percent: 50, comment: "One word is enough." },
  ])
  return { ...blankItem("gap", newRandomId), prompt: "Fill the gaps.", content: { pieces }, key }
}
