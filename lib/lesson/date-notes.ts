import type { BackgroundNoteInput } from "@/lib/lesson/input"

type DatedWords = { body: string; writtenOn: Date }
export type DatedNote = BackgroundNoteInput & DatedWords

/** Notes with the day their words were written on: words that stood keep theirs, wherever they stand now. */
export function dateNotes(
  notes: readonly BackgroundNoteInput[],
  { standing, today }: { standing: readonly DatedWords[]; today: Date },
): DatedNote[] {
  const days = new Map(standing.map(({ body, writtenOn }) => [body, writtenOn]))
  return notes.map((note) => ({ ...note, writtenOn: days.get(note.body) ?? today }))
}
