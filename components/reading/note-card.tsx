"use client"

import { useTranslations } from "next-intl"
import type { NoteState } from "@/components/reading/use-notes"
import { Button } from "@/components/ui/button"

type NoteCardProps = {
  note: NoteState
  /** Shown with acts in the panel, without in the margin. */
  onAgain?: () => void
}

/** One note: its word, whose it is, what it says, and whether it is kept. */
export function NoteCard({ note, onAgain }: NoteCardProps) {
  const t = useTranslations("reading")
  return (
    <span className="block">
      <span className="flex flex-wrap items-baseline gap-x-2 text-13 text-ink-3 leading-5">
        <b className="text-ink">{t(`mark.${note.mark}`)}</b>
        <span>{t("desk.yours")}</span>
        {note.state === "saving" && <span>{t("desk.saving")}</span>}
        {note.state === "failed" && <span className="text-wrong">{t("desk.notSaved")}</span>}
        {note.state === "failed" && onAgain && (
          <Button dense variant="quiet" onClick={onAgain}>
            {t("desk.again")}
          </Button>
        )}
      </span>
      {note.body && (
        <span dir="auto" className="block whitespace-pre-line text-ink-2 [overflow-wrap:anywhere]">
          {note.body}
        </span>
      )}
    </span>
  )
}
