import { questionNumbers } from "@/lib/quiz/question"
import type { Path } from "./fault"

/** One step of a place, for the sentence `lesson.exchange.places.<word>`: "question 4", "option B", "definition". */
export type PlaceStep = { word: string; params?: { number?: number; letter?: string; name?: string } }

/** What one thing of a list is called. */
const OF_LIST: Record<string, string> = {
  prompts: "prompt",
  glossary: "term",
  background: "note",
  pools: "pool",
  paragraphs: "paragraph",
  sentences: "sentence",
  tasks: "task",
  forms: "form",
  rows: "row",
  categories: "category",
  statements: "statement",
  steps: "step",
  pieces: "piece",
  criteria: "criterion",
  levels: "level",
  quotes: "quote",
  sentenceIds: "sentence",
  skills: "skill",
}

/** Names that say nothing to a person: what they hold is told by what stands in it. */
const SILENT: ReadonlySet<string> = new Set(["content", "text", "id"])

const FIELDS: ReadonlySet<string> = new Set([
  "title",
  "stanceStatement",
  "packets",
  "for",
  "against",
  "reading",
  "author",
  "source",
  "sourceUrl",
  "publishedOn",
  "language",
  "kind",
  "deck",
  "rightsNote",
  "definition",
  "body",
  "writtenOn",
  "type",
  "level",
  "prompt",
  "hint",
  "points",
  "key",
  "feedback",
  "explanation",
  "evidence",
  "answer",
  "rubric",
  "pool",
])

/** A place in a file in words, the widest first. `types` numbers the questions as every page does. */
export function placeInWords(path: Path, types: readonly { type: string }[]): PlaceStep[] {
  const steps: PlaceStep[] = []
  for (let at = 0; at < path.length; at++) {
    const name = String(path[at])
    const next = path[at + 1]
    if (typeof next === "number") {
      steps.push(stepOfList(name, next, types))
      at++
    } else if (!SILENT.has(name)) {
      steps.push(FIELDS.has(name) ? { word: name } : { word: "part", params: { name: name.slice(0, 40) } })
    }
  }
  return steps.length > 0 ? steps : [{ word: "file" }]
}

function stepOfList(list: string, index: number, types: readonly { type: string }[]): PlaceStep {
  if (list === "items") return stepOfItem(index, types)
  if (list === "options") return { word: "option", params: { letter: letterOf(index) } }
  const word = Object.hasOwn(OF_LIST, list) ? (OF_LIST[list] ?? "place") : "place"
  return { word, params: { number: index + 1, name: list.slice(0, 40) } }
}

/** A text between questions has no number of its own; it is counted among its like. */
function stepOfItem(index: number, types: readonly { type: string }[]): PlaceStep {
  const number = questionNumbers(types)[index] ?? null
  if (number !== null) return { word: "question", params: { number } }
  const texts = types.slice(0, index + 1).filter(({ type }) => type === "note").length
  return types[index]
    ? { word: "between", params: { number: texts } }
    : { word: "question", params: { number: index + 1 } }
}

/** "B" for 1; a number where letters end. */
const letterOf = (index: number): string => (index < 26 ? String.fromCharCode(65 + index) : String(index + 1))
