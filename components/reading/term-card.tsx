"use client"

import { X } from "lucide-react"
import { useTranslations } from "next-intl"
import { IconButton } from "@/components/ui/icon-button"
import type { TermView } from "@/lib/reading/notes"

/** A word of the glossary, opened beside the sentence it stands in. */
export function TermCard({ term, onClose }: { term: TermView; onClose: () => void }) {
  const t = useTranslations("reading.desk")
  return (
    <span
      role="note"
      aria-label={t("definition", { term: term.term })}
      aria-live="polite"
      className="pin-sheet block lg:mt-4 lg:border-accent lg:border-t lg:pt-1"
    >
      <span className="flex items-baseline gap-2">
        <b dir="auto" className="font-read text-17">
          {term.term}
        </b>
        {term.partOfSpeech && <span className="text-13 text-ink-3">{term.partOfSpeech}</span>}
        <span className="ms-auto self-center">
          <IconButton label={t("close")} onClick={onClose}>
            <X aria-hidden />
          </IconButton>
        </span>
      </span>
      <span dir="auto" className="block text-ink-2">
        {term.definition}
      </span>
      <span className="mt-1 block text-13 text-ink-3">{t("termCounted")}</span>
    </span>
  )
}
