import type { PromptLine } from "@/lib/lesson/prompt-line"
import type { AuthoredItem } from "@/lib/quiz/authored-item"
import type { RevisionView } from "@/lib/reading/sentences"

/** A question with the pool it is drawn from. */
export type PartItem = { item: AuthoredItem; pool: { name: string; draw: number } | null }

/** Everything a lesson is, on the way into a file or out of one. Ids of sentences and options are those of this school. */
export type LessonParts = {
  title: string
  stanceStatement: string | null
  packetFor: string | null
  packetAgainst: string | null
  prompts: PromptLine[]
  reading: Omit<RevisionView, "revisionId" | "readingId" | "number" | "wordCount" | "html">
  glossary: { term: string; forms: string[]; partOfSpeech: string | null; definition: string }[]
  /** `writtenOn` as "2026-11-25". */
  background: { sentenceId: string | null; body: string; writtenOn: string }[]
  items: PartItem[]
}
