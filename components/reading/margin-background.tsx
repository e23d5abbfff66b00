"use client"

import { memo, type RefObject } from "react"
import { BackgroundCard } from "@/components/reading/background-notes"
import { MarginItem } from "@/components/reading/margin-item"
import type { PlacedBackground } from "@/lib/reading/background"

type MarginBackgroundProps = {
  article: RefObject<HTMLElement | null>
  notes: readonly PlacedBackground[]
}

/** Background beside its sentence, where there is a margin. */
export const MarginBackground = memo(({ article, notes }: MarginBackgroundProps) =>
  notes.map((note) => (
    <MarginItem
      key={note.noteId}
      article={article}
      sentenceId={note.sentenceId}
      itemKey={`background-${note.noteId}`}
      kind="note"
    >
      <span className="pin-note">
        <BackgroundCard note={note} />
      </span>
    </MarginItem>
  )),
)
MarginBackground.displayName = "MarginBackground"
