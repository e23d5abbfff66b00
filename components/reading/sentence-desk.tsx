"use client"

import { useTranslations } from "next-intl"
import type { RefObject } from "react"
import { MarginItem } from "@/components/reading/margin-item"
import { NoteCard } from "@/components/reading/note-card"
import { NoteEditor } from "@/components/reading/note-editor"
import { labelOf } from "@/components/reading/ruler"
import { SentencePanel } from "@/components/reading/sentence-panel"
import { sentenceElement, sentencesOf } from "@/components/reading/sentence-walk"
import type { NoteState, Notes } from "@/components/reading/use-notes"
import type { ReadAloud } from "@/components/reading/use-read-aloud"
import { Button } from "@/components/ui/button"
import { markOf } from "@/lib/reading/notes"

type SentenceDeskProps = {
  article: RefObject<HTMLElement | null>
  here: string
  counts: readonly number[]
  aloud: ReadAloud
  notes: Notes
  /** Notes of this sentence. */
  own: readonly NoteState[]
  isWriting: boolean
  setWriting: (isWriting: boolean) => void
  arrive: (sentenceId: string | null) => void
  onGo: (index: number) => void
  draftScope: string
}

/** Beside the sentence one is at: its acts, its notes, and the one being written. */
export function SentenceDesk(props: SentenceDeskProps) {
  const { article, here, counts, notes, own, aloud, isWriting, setWriting } = props
  const root = article.current
  const sentence = root && sentenceElement(root, here)
  const index = root ? sentencesOf(root).findIndex((one) => one.dataset.s === here) : 0
  const label = labelOf(counts, index)
  const newest = own.at(-1)
  const back = () => {
    setWriting(false)
    sentence?.focus({ preventScroll: true })
  }
  const save = (body: string) => {
    back()
    const mark = newest?.mark ?? "none"
    if (body !== "" || mark !== "none") notes.save({ noteId: newest?.noteId, sentenceId: here, mark, body })
    else if (newest) notes.remove(newest)
  }
  const mark = (chosen: NoteState["mark"]) => {
    if (chosen === "none" && newest && newest.body === "") notes.remove(newest)
    else notes.save({ noteId: newest?.noteId, sentenceId: here, mark: chosen, body: newest?.body ?? "" })
  }
  return (
    <MarginItem article={article} sentenceId={here} itemKey="panel" kind="panel">
      <SentencePanel
        label={label}
        paragraph={Number(label.split(".")[0])}
        paragraphs={counts.length}
        listening={
          aloud.voice === "found"
            ? {
                isSpeaking: aloud.state === "speaking",
                toggle: aloud.state === "speaking" ? aloud.pause : () => aloud.start(index),
              }
            : null
        }
        mark={markOf(own)}
        hasNote={own.some(({ body }) => body !== "")}
        onMark={mark}
        onNote={() => setWriting(true)}
        onStep={(by) => props.onGo(index + by)}
        onClose={() => props.arrive(null)}
      >
        {isWriting ? (
          <NoteEditor
            key={here}
            label={label}
            draftKey={`note:${props.draftScope}:${here}`}
            initial={newest?.body ?? ""}
            onSave={save}
            onCancel={back}
            onRemove={newest && (() => notes.remove(newest).then(back))}
          />
        ) : (
          <OwnNotes notes={notes} own={own} />
        )}
        <PanelStatus notes={notes} here={here} />
      </SentencePanel>
    </MarginItem>
  )
}

function OwnNotes({ notes, own }: { notes: Notes; own: readonly NoteState[] }) {
  return own
    .filter(({ body, state }) => body !== "" || state === "failed")
    .map((note) => (
      <span key={note.noteId} className="mt-2 block border-accent border-s-2 ps-2">
        <NoteCard note={note} onAgain={() => notes.save(note)} />
      </span>
    ))
}

/** What was refused, what can be taken back, and who sees it. */
function PanelStatus({ notes, here }: { notes: Notes; here: string }) {
  const t = useTranslations("reading.desk")
  const { refusal, removed } = notes
  return (
    <span className="block text-13 text-ink-3" role="status">
      {refusal && <span className="mt-2 block text-wrong">{refusal}</span>}
      {removed?.sentenceId === here && (
        <span className="mt-1 flex items-center gap-2 text-ink-2">
          {t("removed")}
          <Button dense variant="quiet" onClick={() => notes.restore()}>
            {t("undo")}
          </Button>
        </span>
      )}
      <span className="mt-1 block">{t("onlyYou")}</span>
    </span>
  )
}
