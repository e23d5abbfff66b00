import { evidenceProblems, NO_EVIDENCE } from "@/lib/quiz/evidence"
import { defineItemType, type ItemProblem } from "@/lib/quiz/item-type"
import { rubricFaults } from "@/lib/quiz/rubric"
import { longProgress } from "@/lib/quiz/types/long/progress"
import {
  content,
  key,
  LONGEST_TEXT,
  type LongContent,
  type LongResponse,
  response,
} from "@/lib/quiz/types/long/shapes"

/** An answer in the student's own words, which a teacher reads and grades by a rubric. */
export const long = defineItemType({
  name: "long",
  content,
  response,
  key,
  choosesSentences: true,
  present: (shown) => shown,
  check,
  problems: ({ key: right }, sentenceIds) =>
    right === null
      ? []
      : [
          ...rubricFaults(right.rubric).map((code): ItemProblem => ({ field: "key", code })),
          ...evidenceProblems(right.evidence, sentenceIds),
        ],
  blank: (newId) => ({
    content: { maxLength: LONGEST_TEXT, cite: 3 },
    key: { rubric: { criteria: [blankCriterion(newId)] }, evidence: NO_EVIDENCE },
  }),
  told: ({ text, sentences }) => ({ text: text.trim() === "" ? null : text, sentenceIds: sentences }),
  toldKey: () => ({}),
})

/** A new criterion with three levels, worth nothing, one and two points. */
export const blankCriterion = (newId: () => string) => ({
  id: newId(),
  title: "",
  levels: [0, 1, 2].map((points) => ({ id: newId(), text: "", points })),
})

function check({ maxLength, cite }: LongContent, given: LongResponse, sentenceIds: ReadonlySet<string>) {
  const { text, sentences } = given
  if (text.length > maxLength || sentences.length > cite) return "invalid"
  if (new Set(sentences).size < sentences.length) return "invalid"
  // No list of sentences at hand (when scoring): the ids were checked when they were saved.
  if (sentenceIds.size > 0 && !sentences.every((id) => sentenceIds.has(id))) return "invalid"
  return longProgress(given)
}
