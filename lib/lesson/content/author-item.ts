import type { LessonItemContent } from "@/lib/lesson/content/lesson-content"
import type { AuthoredItem } from "@/lib/quiz/authored-item"
import type { Evidence } from "@/lib/quiz/evidence"
import type { Option } from "@/lib/quiz/options"

type Made = { newOptionId: () => string; proof: Evidence }

/** Characters a short answer may have: room for a wrong one that is longer than every right one. */
const SHORT_ANSWER_LENGTH = 80

/** A lesson's item in the shape the quiz stores. `proof` is its evidence, attached to the text at hand. */
export function authorItem(item: LessonItemContent, made: Made): AuthoredItem {
  return {
    itemId: null,
    type: item.type,
    level: item.level,
    title: item.title,
    prompt: item.prompt,
    hint: item.hint ?? null,
    points: item.points,
    skills: item.skills,
    explanation: item.explanation ?? null,
    ...(item.type === "short" ? shortParts(item, made) : choiceParts(item, made)),
  }
}

type Parts = Pick<AuthoredItem, "content" | "key" | "feedback">

function shortParts(item: Extract<LessonItemContent, { type: "short" }>, { proof }: Made): Parts {
  const rules = { ignoreCase: true, ignoreDiacritics: true }
  const isView = item.level === "my_view"
  return {
    content: { maxLength: SHORT_ANSWER_LENGTH },
    key: isView ? null : { variants: item.answers, ...rules, evidence: proof },
    feedback: item.feedback ?? {},
  }
}

function choiceParts(
  item: Exclude<LessonItemContent, { type: "short" }>,
  { newOptionId, proof }: Made,
): Parts {
  const options: Option[] = item.options.map(({ text }) => ({ id: newOptionId(), text }))
  const answer = options[item.options.findIndex((option) => option.right)]?.id
  const words = item.options.flatMap(({ feedback }, at) =>
    feedback ? [[options[at]?.id ?? "", feedback] as const] : [],
  )
  const feedback = { options: Object.fromEntries(words) }
  if (item.type === "single")
    return { content: { options }, key: answer ? { answer, evidence: proof } : null, feedback }
  return {
    content: { options, evidencePrompt: item.evidencePrompt, choose: 1 },
    key: answer ? { answer, evidence: proof, weights: { answer: 1, evidence: 1 } } : null,
    feedback,
  }
}
