"use client"

import { useTranslations } from "next-intl"
import { cn } from "@/components/ui/cn"
import { type NoteMarkName, noteMarks } from "@/lib/reading/kinds"

/** Each mark has a tint, an underline of its own and its word. */
export const markLook: Record<NoteMarkName, string> = {
  claim: "bg-mark-claim underline decoration-mark-claim-line decoration-solid decoration-[1.5px]",
  evidence: "bg-mark-evidence underline decoration-mark-evidence-line decoration-double",
  loaded: "bg-mark-loaded underline decoration-mark-loaded-line decoration-wavy",
  unclear: "bg-mark-unclear underline decoration-2 decoration-dotted decoration-mark-unclear-line",
  none: "",
}

type MarkTogglesProps = { label: string; mark: NoteMarkName | null; onMark: (mark: NoteMarkName) => void }

/** What the sentence is to the reader: one mark, or none. */
export function MarkToggles({ label, mark, onMark }: MarkTogglesProps) {
  const t = useTranslations("reading")
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand inside a paragraph
    <span role="group" aria-label={t("desk.markAs", { label })} className="-mx-1 mt-2 flex flex-wrap gap-y-1">
      {noteMarks
        .filter((one) => one !== "none")
        .map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={mark === one}
            onClick={() => onMark(mark === one ? "none" : one)}
            className={cn(
              "min-h-8 rounded-corner border px-[3px] text-13 pointer-coarse:min-h-target",
              mark === one ? "border-ink font-semibold" : "border-transparent hover:border-rule-firm",
            )}
          >
            <span className={cn("rounded-mark px-[3px] py-0.5 underline-offset-4", markLook[one])}>
              {t(`mark.${one}`)}
            </span>
          </button>
        ))}
    </span>
  )
}
