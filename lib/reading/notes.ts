import type { NoteMarkName } from "@/lib/reading/kinds"

/** A student's own note, for nobody else. */
export type NoteView = {
  noteId: string
  sentenceId: string
  mark: NoteMarkName
  body: string
  /** When it was last saved. */
  savedAt: Date
}

/** A term of the lesson's glossary, as shown beside the text. */
export type TermView = {
  termId: string
  term: string
  /** Other forms that stand in the text: "abstained". */
  forms: string[]
  partOfSpeech: string | null
  definition: string
}

/** What the lesson's author says beside the text. Never part of the text. */
export type BackgroundView = {
  noteId: string
  /** The sentence it stands beside; null for the whole text. */
  sentenceId: string | null
  body: string
  /** The day it was written, "2026-11-25". */
  writtenOn: string
}

/** Note ids are random: two notes of one sentence stand in the order they were saved. */
export function notesBySentence<N extends NoteView>(notes: readonly N[]): Map<string, N[]> {
  const bySentence = new Map<string, N[]>()
  for (const note of notes) {
    const there = bySentence.get(note.sentenceId)
    if (there) there.push(note)
    else bySentence.set(note.sentenceId, [note])
  }
  return bySentence
}

/** The mark a sentence shows: of its newest note that has one. */
export function markOf(notes: readonly NoteView[]): NoteMarkName | null {
  return notes.findLast(({ mark }) => mark !== "none")?.mark ?? null
}
