"use client"

import { memo, type RefObject } from "react"
import { MarginItem } from "@/components/reading/margin-item"
import { NoteCard } from "@/components/reading/note-card"
import type { NoteState } from "@/components/reading/use-notes"

type MarginNotesProps = {
  article: RefObject<HTMLElement | null>
  bySentence: ReadonlyMap<string, readonly NoteState[]>
  /** The sentence whose notes stand in the panel instead. */
  except: string | null
}

/** Notes beside their sentences. */
export const MarginNotes = memo(({ article, bySentence, except }: MarginNotesProps) =>
  [...bySentence].map(([sentenceId, notes]) =>
    sentenceId === except ? null : (
      <MarginItem
        key={sentenceId}
        article={article}
        sentenceId={sentenceId}
        itemKey={`note-${sentenceId}`}
        kind="note"
      >
        <span className="pin-note">
          {notes.map((note) => (
            <NoteCard key={note.noteId} note={note} />
          ))}
        </span>
      </MarginItem>
    ),
  ),
)
MarginNotes.displayName = "MarginNotes"
