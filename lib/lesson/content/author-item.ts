import type { ItemOf, LessonItemContent } from "@/lib/lesson/content/item-content"
import type { AuthoredItem } from "@/lib/quiz/authored-item"
import type { Evidence } from "@/lib/quiz/evidence"
import type { Option } from "@/lib/quiz/options"
import { readGapMarkup } from "@/lib/quiz/types/gap/gap-markup"

type Made = { newOptionId: () => string; proof: Evidence }
type Parts = Pick<AuthoredItem, "content" | "key" | "feedback">

/** Characters a short answer may have: room for a wrong one that is longer than every right one. */
const SHORT_ANSWER_LENGTH = 80

/** What is taken for no difference in typing. */
const LOOSE = { ignoreCase: true, ignoreDiacritics: true }

/** A lesson's item in the shape the quiz stores. `proof` is its evidence, attached to the text at hand. */
export function authorItem(item: LessonItemContent, made: Made): AuthoredItem {
  const { type, level, title, prompt, points, skills } = item
  const said = { hint: item.hint ?? null, explanation: item.explanation ?? null }
  const { content, key, feedback } = partsOf(item, made)
  return {
    itemId: null,
    type,
    level,
    title,
    prompt,
    points,
    skills,
    ...said,
    content,
    // A view has no key, whatever its type would make of it.
    key: level === "my_view" ? null : key,
    feedback,
  }
}

function partsOf(item: LessonItemContent, made: Made): Parts {
  switch (item.type) {
    case "short":
      return shortParts(item, made)
    case "numeric":
      return numericParts(item, made)
    case "evidence":
      return {
        content: { choose: item.choose },
        key: { evidence: made.proof },
        feedback: item.feedback ?? {},
      }
    case "matching":
      return matchingParts(item, made)
    case "classification":
      return classificationParts(item, made)
    case "ordering":
      return orderingParts(item, made)
    case "gap":
      return gapParts(item, made)
    case "long":
      return longParts(item, made)
    default:
      return choiceParts(item, made)
  }
}

function shortParts(item: ItemOf<"short">, { proof }: Made): Parts {
  const key = { variants: item.answers, ...LOOSE, evidence: proof }
  return { content: { maxLength: SHORT_ANSWER_LENGTH }, key, feedback: item.feedback ?? {} }
}

function numericParts(item: ItemOf<"numeric">, { proof }: Made): Parts {
  const exactly = { tolerance: { kind: "absolute", amount: "0" }, units: [], ignoreCase: true }
  const key = { answer: item.answers[0], ...exactly, weights: { number: 1, unit: 1 }, evidence: proof }
  return { content: { asksUnit: false }, key, feedback: item.feedback ?? {} }
}

function matchingParts(item: ItemOf<"matching">, { newOptionId, proof }: Made): Parts {
  const withId = (text: string): Option => ({ id: newOptionId(), text })
  const rows = item.rows.map(({ text }) => withId(text))
  const options = [...item.rows.map(({ match }) => match), ...item.others].map(withId)
  const pairs = Object.fromEntries(rows.map(({ id }, at) => [id, options[at]?.id]))
  return { content: { rows, options }, key: { pairs, evidence: proof }, feedback: item.feedback ?? {} }
}

function classificationParts(item: ItemOf<"classification">, { newOptionId, proof }: Made): Parts {
  const withId = (text: string): Option => ({ id: newOptionId(), text })
  const categories = item.categories.map(withId)
  const statements = item.statements.map(({ text }) => withId(text))
  const idOf = (name: string | undefined) => categories.find(({ text }) => text === name)?.id ?? ""
  const places = Object.fromEntries(statements.map(({ id }, at) => [id, idOf(item.statements[at]?.category)]))
  return {
    content: { categories, statements },
    key: { places, evidence: proof },
    feedback: item.feedback ?? {},
  }
}

function orderingParts(item: ItemOf<"ordering">, { newOptionId, proof }: Made): Parts {
  const steps: Option[] = item.steps.map((text) => ({ id: newOptionId(), text }))
  const key = { order: steps.map(({ id }) => id), evidence: proof }
  return { content: { steps }, key, feedback: item.feedback ?? {} }
}

function gapParts(item: ItemOf<"gap">, { newOptionId, proof }: Made): Parts {
  const { pieces, gaps } = readGapMarkup(item.markup, { before: { pieces: [] }, newId: newOptionId })
  return { content: { pieces }, key: { gaps, ...LOOSE, evidence: proof }, feedback: item.feedback ?? {} }
}

function longParts(item: ItemOf<"long">, { newOptionId, proof }: Made): Parts {
  const criteria = item.rubric.map(({ title, levels }) => ({
    id: newOptionId(),
    title,
    levels: levels.map((level) => ({ id: newOptionId(), ...level })),
  }))
  const { maxLength, cite } = item
  return { content: { maxLength, cite }, key: { rubric: { criteria }, evidence: proof }, feedback: {} }
}

type Choice = ItemOf<"single" | "multiple" | "true-false" | "poll" | "evidence-pair">

function choiceParts(item: Choice, { newOptionId, proof }: Made): Parts {
  const options: Option[] = item.options.map(({ text }) => ({ id: newOptionId(), text }))
  const answers = options.filter((_, at) => item.options[at]?.right).map(({ id }) => id)
  const words = item.options.flatMap(({ feedback }, at) =>
    feedback ? [[options[at]?.id ?? "", feedback] as const] : [],
  )
  const feedback = { options: Object.fromEntries(words) }
  const [answer] = answers
  if (item.type === "multiple") return { content: { options }, key: { answers, evidence: proof }, feedback }
  if (item.type !== "evidence-pair")
    return { content: { options }, key: answer ? { answer, evidence: proof } : null, feedback }
  return {
    content: { options, evidencePrompt: item.evidencePrompt, choose: 1 },
    key: answer ? { answer, evidence: proof, weights: { answer: 1, evidence: 1 } } : null,
    feedback,
  }
}
