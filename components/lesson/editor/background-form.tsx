"use client"

import { Plus, Trash2 } from "lucide-react"
import { useTranslations } from "next-intl"
import { useState } from "react"
import { type EditorAction, SavingForm } from "@/components/lesson/editor/saving-form"
import { Button } from "@/components/ui/button"
import { IconButton } from "@/components/ui/icon-button"
import { Select } from "@/components/ui/select"
import { TextArea } from "@/components/ui/text-area"
import type { BackgroundNoteInput, EditBase } from "@/lib/lesson/input"
import { dayInWords } from "@/lib/reading/background"
import { type SentenceView, sentenceLabel } from "@/lib/reading/sentences"

type DatedNote = BackgroundNoteInput & { writtenOn: string }

type BackgroundFormProps = {
  base: EditBase
  notes: readonly DatedNote[]
  sentences: readonly SentenceView[]
  locale: string
  readOnly: boolean
  action: EditorAction
}

type DraftNote = { key: number; sentenceId: string; body: string }

const draftOf = ({ sentenceId, body }: DatedNote, key: number): DraftNote => {
  return { key, sentenceId: sentenceId ?? "", body }
}
const noteOf = ({ sentenceId, body }: DraftNote): BackgroundNoteInput => {
  return { sentenceId: sentenceId || null, body: body.trim() }
}

/** What the author knows and the text does not say: each note beside a sentence, or about the whole text, with its day. */
export function BackgroundForm({ base, notes, sentences, locale, readOnly, action }: BackgroundFormProps) {
  const words = useTranslations("lesson.editor.background")
  const [drafts, setDrafts] = useState<DraftNote[]>(notes.map(draftOf))
  const filled = drafts.filter(({ body }) => body.trim() !== "").map(noteOf)
  const isDirty = JSON.stringify(filled) !== JSON.stringify(notes.map(draftOf).map(noteOf))
  const write = (key: number, change: Partial<DraftNote>) =>
    setDrafts((now) => now.map((draft) => (draft.key === key ? { ...draft, ...change } : draft)))
  const add = () => {
    const key = Math.max(-1, ...drafts.map((draft) => draft.key)) + 1
    setDrafts([...drafts, { key, sentenceId: "", body: "" }])
  }
  const dayOf = ({ body }: DraftNote) => notes.find((note) => note.body === body.trim())?.writtenOn
  return (
    <SavingForm action={action} toInput={() => ({ base, notes: filled })} {...{ isDirty, readOnly }}>
      <p className="text-ink-2">{words("lead")}</p>
      {drafts.map((draft, at) => (
        <NoteFields
          key={draft.key}
          {...{ draft, sentences, readOnly }}
          number={at + 1}
          day={dayOf(draft)}
          locale={locale}
          onWrite={(change) => write(draft.key, change)}
          onRemove={() => setDrafts((now) => now.filter((one) => one.key !== draft.key))}
        />
      ))}
      {!readOnly && (
        <div>
          <Button dense onClick={add}>
            <Plus aria-hidden /> {words("add")}
          </Button>
        </div>
      )}
    </SavingForm>
  )
}

type NoteFieldsProps = {
  draft: DraftNote
  number: number
  /** When its words were saved; missing for words that are not saved yet. */
  day: string | undefined
  locale: string
  sentences: readonly SentenceView[]
  readOnly: boolean
  onWrite: (change: Partial<DraftNote>) => void
  onRemove: () => void
}

function NoteFields({ draft, number, day, locale, sentences, readOnly, onWrite, onRemove }: NoteFieldsProps) {
  const words = useTranslations("lesson.editor.background")
  return (
    <fieldset className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-2 border-rule border-t pt-4">
      <legend className="sr-only">{words("number", { number })}</legend>
      <div className="grid gap-3">
        <TextArea
          name={`background-${draft.key}`}
          label={words("body")}
          hint={day ? words("writtenOn", { day: dayInWords(day, locale) }) : words("notDated")}
          rows={3}
          maxLength={600}
          readOnly={readOnly}
          value={draft.body}
          onChange={(event) => onWrite({ body: event.target.value })}
        />
        <Select
          name={`beside-${draft.key}`}
          label={words("beside")}
          disabled={readOnly}
          options={[{ value: "", label: words("wholeText") }, ...sentences.map(optionOf)]}
          value={draft.sentenceId}
          onChange={(event) => onWrite({ sentenceId: event.target.value })}
        />
      </div>
      {!readOnly && (
        <IconButton dense label={words("remove", { number })} onClick={onRemove} className="mt-6">
          <Trash2 aria-hidden />
        </IconButton>
      )}
    </fieldset>
  )
}

const optionOf = (sentence: SentenceView) => {
  const text = sentence.text.length > 70 ? `${sentence.text.slice(0, 70)}…` : sentence.text
  return { value: sentence.id, label: `${sentenceLabel(sentence)}  ${text}` }
}
