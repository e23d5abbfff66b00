import { isQuestion, questionNumbers } from "@/lib/quiz/question"
import type { Fault } from "./fault"
import { type PlaceStep, placeInWords } from "./place-in-words"
import { countQuestions } from "./read-items"
import type { ReadLesson } from "./read-lesson-file"

/** Something wrong, ready to be said. `reason`: a message key. */
export type ToldFault = { place: PlaceStep[]; reason: string; params?: Fault["params"] }

/** A question as it is called everywhere: by its number; null for a text between questions. */
export type NamedItem = { number: number | null; words: string }

/** What bringing a lesson in would do. */
export type LessonPlan = {
  title: string
  author: string | null
  readingTitle: string
  sentences: number
  questions: number
  /** Texts between questions. */
  notes: number
  prompts: number
  terms: number
  background: number
  hasStatement: boolean
  leftOut: (NamedItem & { faults: ToldFault[] })[]
  evidence: { attached: number; missing: NamedItem[] }
}

export const tellFaults = (faults: readonly Fault[], types: readonly { type: string }[]): ToldFault[] =>
  faults.map(({ path, ...said }) => ({ place: placeInWords(path, types), ...said }))

/** A lesson that was read, as it is shown before anything is written. */
export function planOf({ lesson, leftOut, named, attached, unattached }: ReadLesson): LessonPlan {
  const numbers = questionNumbers(named)
  const nameOf = (at: number): NamedItem => ({ number: numbers[at] ?? null, words: named[at]?.words ?? "" })
  return {
    title: lesson.title,
    author: lesson.reading.author,
    readingTitle: lesson.reading.title,
    sentences: lesson.reading.sentences.length,
    questions: countQuestions(lesson.items),
    notes: lesson.items.filter(({ item }) => !isQuestion(item)).length,
    prompts: lesson.prompts.length,
    terms: lesson.glossary.length,
    background: lesson.background.length,
    hasStatement: lesson.stanceStatement !== null,
    leftOut: leftOut.map(({ at, faults }) => ({ ...nameOf(at), faults: tellFaults(faults, named) })),
    evidence: { attached, missing: unattached.map(nameOf) },
  }
}
