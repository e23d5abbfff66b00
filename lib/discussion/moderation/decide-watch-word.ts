import { allow, type Decision, refuse } from "@/lib/access/refusal"
import { cleanText, countVisible } from "@/lib/discussion/posts/visible-text"
import { type WatchedWord, watchKey } from "./watch-list"

export const MAX_WORD = 60
export const MAX_NOTE = 300
/** Of one list. */
export const MOST_WORDS = 500

export type WatchWordFacts = { mayEdit: boolean; words: readonly string[] }

/** May this word or phrase be watched? Once each, however it is written. */
export function decideWatchWord(facts: WatchWordFacts, asked: WatchedWord): Decision<WatchedWord> {
  if (!facts.mayEdit) return refuse("forbidden", "discussion.mayNotEditWatchList")
  const word = cleanText(asked.word).replace(/\s+/gu, " ")
  const key = watchKey(word)
  if (key === "") return refuse("invalid", "discussion.watchWordEmpty", { field: "word" })
  if (countVisible(word) > MAX_WORD)
    return refuse("invalid", "discussion.watchWordTooLong", { field: "word", params: { max: MAX_WORD } })
  if (facts.words.some((known) => watchKey(known) === key))
    return refuse("conflict", "discussion.watchWordThere", { field: "word" })
  if (facts.words.length >= MOST_WORDS)
    return refuse("conflict", "discussion.watchListFull", { params: { max: MOST_WORDS } })
  return decideNote(asked.note, word)
}

function decideNote(asked: string, word: string): Decision<WatchedWord> {
  const note = cleanText(asked)
  if (countVisible(note) <= MAX_NOTE) return allow({ word, note })
  return refuse("invalid", "discussion.watchNoteTooLong", { field: "note", params: { max: MAX_NOTE } })
}
