import {
  type AuthoredItem,
  authoredItem,
  blankItem,
  blocksSaving,
  itemProblems,
  longestPrompt,
} from "@/lib/quiz/authored-item"
import type { ExchangeItem, RichText } from "@/lib/quiz/exchange/exchange-item"
import { plainPieces } from "@/lib/quiz/exchange/plain-pieces"
import { plainTextOf } from "@/lib/quiz/exchange/plain-text"
import {
  type Typed,
  typedChoice,
  typedClassification,
  typedGaps,
  typedMatching,
  typedNumber,
  typedOrder,
  typedShort,
  typedTruth,
} from "@/lib/quiz/exchange/to-typed"
import { itemTypeOf } from "@/lib/quiz/item-types"
import { isQuestion } from "@/lib/quiz/question"

/** An item of ours, and the codes of what of the file it does not keep; or why the file's item cannot be one. */
export type Taken =
  | { ok: true; item: AuthoredItem; warnings: string[] }
  | { ok: false; code: string; params?: Record<string, string | number> }

/** `gapPrompt`: what a student reads above a text with gaps, which in files is all there is. */
export type Means = { newId: () => string; gapPrompt: string }

const MOST = { title: 120, comment: 600, explanation: 2000, skill: 40, skills: 8, points: 20 }

/**
 * Makes an item of ours of one from a file. Texts become plain, as ours are. Nothing is changed in silence: what our type
 * has no place for is named, and what could only be taken by guessing is refused. Ids come from the caller: random ones.
 */
export function toAuthored(file: ExchangeItem, { newId, gapPrompt }: Means): Taken {
  const { answer } = file
  const typed = typedOf(file, newId)
  if (!typed) return { ok: false, code: "noRightAnswer" }
  const prompt = answer.type === "gap" ? gapPrompt : plainTextOf(file.prompt)
  const type = answer.type
  const most = longestPrompt({ type })
  if (prompt.length > most) return { ok: false, code: "promptTooLong", params: { most } }
  const draft: AuthoredItem = {
    ...blankItem(type, newId),
    level: answer.type === "poll" ? "my_view" : (itemTypeOf(type).levels[0] ?? "author_says"),
    title: file.title?.slice(0, MOST.title) ?? null,
    prompt,
    points: wholePoints(file.points),
    skills: [...new Set(file.tags)].map((tag) => tag.slice(0, MOST.skill)).slice(0, MOST.skills),
    content: typed.content,
    key: typed.key,
    feedback: shortComments(typed.feedback),
    explanation:
      file.feedback && isQuestion({ type })
        ? plainTextOf(file.feedback).slice(0, MOST.explanation) || null
        : null,
  }
  const parsed = authoredItem.safeParse(draft)
  const problem = parsed.success ? itemProblems(parsed.data, new Set()).find(blocksTaking) : undefined
  if (!parsed.success || problem) return { ok: false, code: `problems.${problem?.code ?? "shape"}` }
  return { ok: true, item: parsed.data, warnings: [...typed.warnings, ...losses(file)] }
}

/** A long answer may wait for its rubric, and shares for what they lack; everything else has to be whole. */
const blocksTaking = (problem: ReturnType<typeof itemProblems>[number]): boolean =>
  blocksSaving(problem) || !WAITS.has(problem.code)

const WAITS = new Set([
  "keyMissing",
  "noCriteria",
  "emptyCriterion",
  "tooFewLevels",
  "emptyLevel",
  "noRubricPoints",
  "sharesBelowWhole",
])

function typedOf({ answer, prompt }: ExchangeItem, newId: () => string): Typed | null {
  switch (answer.type) {
    case "single":
    case "multiple":
      return typedChoice(answer, newId)
    case "true-false":
      return typedTruth(answer, newId)
    case "short":
      return typedShort(answer)
    case "numeric":
      return typedNumber(answer)
    case "matching":
      return typedMatching(answer, newId)
    case "classification":
      return typedClassification(answer, newId)
    case "ordering":
      return typedOrder(answer, newId)
    case "gap":
      return typedGaps({ ...answer, pieces: plainPieces(answer.pieces, prompt.format) }, newId)
    case "long":
      return { ...itemTypeOf("long").blank(newId), feedback: {}, warnings: ["needsRubric"] }
    case "note":
      return { content: {}, key: null, feedback: {}, warnings: [] }
    case "poll": {
      const options = answer.options.map((text) => ({ id: newId(), text }))
      return { content: { options }, key: null, feedback: {}, warnings: [] }
    }
  }
}

const wholePoints = (points: number): number => Math.min(MOST.points, Math.max(1, Math.round(points)))

function shortComments({ options, ...others }: Typed["feedback"]): AuthoredItem["feedback"] {
  const cut = (comments: Record<string, string>) =>
    Object.fromEntries(Object.entries(comments).map(([name, text]) => [name, text.slice(0, MOST.comment)]))
  return { ...cut(others), ...(options ? { options: cut(options) } : {}) }
}

function losses(file: ExchangeItem): string[] {
  const comments = commentsIn(file.answer)
  const explanation = file.feedback ? plainTextOf(file.feedback) : ""
  const isCut =
    (file.title?.length ?? 0) > MOST.title ||
    comments.some((comment) => comment.length > MOST.comment) ||
    explanation.length > MOST.explanation ||
    file.tags.some((tag) => tag.length > MOST.skill)
  if (!isQuestion(file.answer)) return file.feedback ? ["noteComment"] : []
  return [
    ...(wholePoints(file.points) === file.points ? [] : ["pointsRounded"]),
    ...(isCut ? ["textCut"] : []),
    ...(file.tags.length > MOST.skills ? ["tagsCut"] : []),
  ]
}

/** What is said to single answers, wherever in the question. */
function commentsIn(answer: unknown): string[] {
  if (typeof answer !== "object" || answer === null) return []
  return Object.entries(answer).flatMap(([name, value]) =>
    COMMENTS.has(name) && value ? [plainTextOf(value as RichText)] : commentsIn(value),
  )
}

const COMMENTS = new Set(["feedback", "whenRight", "whenWrong"])
