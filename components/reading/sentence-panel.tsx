"use client"

import { ChevronDown, ChevronUp, Pause, StickyNote, Volume2, X } from "lucide-react"
import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { MarkToggles } from "@/components/reading/mark-toggles"
import { IconButton } from "@/components/ui/icon-button"
import type { NoteMarkName } from "@/lib/reading/kinds"

type SentencePanelProps = {
  label: string
  paragraph: number
  paragraphs: number
  /** Reads aloud from this sentence on; null where the device has no voice for the text. */
  listening: { isSpeaking: boolean; toggle: () => void } | null
  mark: NoteMarkName | null
  hasNote: boolean
  onMark: (mark: NoteMarkName) => void
  onNote: () => void
  onStep: (by: 1 | -1) => void
  onClose: () => void
  /** Notes of this sentence, or the one being written. */
  children: ReactNode
}

/** What can be done with the sentence one is at: in the margin, or in the sheet from below. */
export function SentencePanel(props: SentencePanelProps) {
  const { label, paragraph, paragraphs, listening, mark, hasNote, children } = props
  const t = useTranslations("reading.desk")
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand inside a paragraph
    <span className="pin-sheet block" role="group" aria-label={t("sentence", { label })}>
      <span className="mb-1 flex items-center gap-3 lg:hidden">
        <b className="text-17 text-accent">{label}</b>
        <span className="text-13 text-ink-2">{t("paragraphOf", { paragraph, total: paragraphs })}</span>
        <span className="ms-auto flex">
          <IconButton label={t("before")} onClick={() => props.onStep(-1)}>
            <ChevronUp aria-hidden />
          </IconButton>
          <IconButton label={t("next")} onClick={() => props.onStep(1)}>
            <ChevronDown aria-hidden />
          </IconButton>
          <IconButton label={t("close")} onClick={props.onClose}>
            <X aria-hidden />
          </IconButton>
        </span>
      </span>
      <span className="flex divide-x divide-rule overflow-hidden rounded-corner border border-accent bg-raised">
        <span className="grid w-12 shrink-0 place-items-center bg-accent font-semibold text-13 text-on-accent max-lg:hidden">
          {label}
        </span>
        <ActButton onClick={props.onNote} icon={<StickyNote aria-hidden />}>
          {t(hasNote ? "editNote" : "note")}
        </ActButton>
        {listening && (
          <ActButton
            onClick={listening.toggle}
            icon={listening.isSpeaking ? <Pause aria-hidden /> : <Volume2 aria-hidden />}
          >
            {t(listening.isSpeaking ? "pause" : "listenHere")}
          </ActButton>
        )}
      </span>
      <MarkToggles label={label} mark={mark} onMark={props.onMark} />
      {children}
      <span className="mt-1 hidden text-13 text-ink-3 lg:block pointer-coarse:hidden">
        {t.rich("keys", { kbd: (keys) => <kbd className="font-ui font-medium">{keys}</kbd> })}
      </span>
    </span>
  )
}

function ActButton({
  onClick,
  icon,
  children,
}: {
  onClick: () => void
  icon: ReactNode
  children: ReactNode
}) {
  return (
    <button
      type="button"
      onClick={onClick}
      className="flex min-h-target flex-1 items-center justify-center gap-2 px-2 hover:bg-accent-wash focus-visible:outline-offset-[-3px] lg:min-h-8.5 [&_svg]:size-4 [&_svg]:text-ink-2"
    >
      {icon}
      {children}
    </button>
  )
}
