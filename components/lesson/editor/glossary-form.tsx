"use client"

import { Plus, Trash2 } from "lucide-react"
import { useTranslations } from "next-intl"
import { useState } from "react"
import { type EditorAction, SavingForm } from "@/components/lesson/editor/saving-form"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { IconButton } from "@/components/ui/icon-button"
import { TextArea } from "@/components/ui/text-area"
import { type DraftTerm, draftOfTerm, emptyTerm, termOfDraft } from "@/lib/lesson/draft-term"
import type { EditBase, GlossaryTermInput } from "@/lib/lesson/input"

type GlossaryFormProps = {
  base: EditBase
  terms: readonly GlossaryTermInput[]
  readOnly: boolean
  action: EditorAction
}

/** Words a reader may look up: each with its other forms in the text and what it means. */
export function GlossaryForm({ base, terms, readOnly, action }: GlossaryFormProps) {
  const words = useTranslations("lesson.editor.glossary")
  const [drafts, setDrafts] = useState<DraftTerm[]>(terms.map(draftOfTerm))
  const filled = drafts.filter((draft) => draft.term.trim() || draft.definition.trim())
  const write = (key: number, change: Partial<DraftTerm>) =>
    setDrafts((now) => now.map((draft) => (draft.key === key ? { ...draft, ...change } : draft)))
  const isDirty = JSON.stringify(filled.map(termOfDraft)) !== JSON.stringify(terms)
  return (
    <SavingForm
      action={action}
      toInput={() => ({ base, terms: filled.map(termOfDraft) })}
      isDirty={isDirty}
      readOnly={readOnly}
    >
      <p className="text-ink-2">{words("lead")}</p>
      {drafts.map((draft, at) => (
        <TermFields
          key={draft.key}
          draft={draft}
          number={at + 1}
          readOnly={readOnly}
          onWrite={(change) => write(draft.key, change)}
          onRemove={() => setDrafts((now) => now.filter((one) => one.key !== draft.key))}
        />
      ))}
      {!readOnly && (
        <div>
          <Button dense onClick={() => setDrafts((now) => [...now, emptyTerm(now)])}>
            <Plus aria-hidden /> {words("add")}
          </Button>
        </div>
      )}
    </SavingForm>
  )
}

type TermFieldsProps = {
  draft: DraftTerm
  number: number
  readOnly: boolean
  onWrite: (change: Partial<DraftTerm>) => void
  onRemove: () => void
}

function TermFields({ draft, number, readOnly, onWrite, onRemove }: TermFieldsProps) {
  const words = useTranslations("lesson.editor.glossary")
  const remove = words("remove", { term: draft.term || String(number) })
  return (
    <fieldset className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-2 border-rule border-t pt-4">
      <legend className="sr-only">{words("number", { number })}</legend>
      <TermWords draft={draft} readOnly={readOnly} onWrite={onWrite} />
      {!readOnly && (
        <IconButton dense label={remove} onClick={onRemove} className="mt-6">
          <Trash2 aria-hidden />
        </IconButton>
      )}
    </fieldset>
  )
}

function TermWords({ draft, readOnly, onWrite }: Pick<TermFieldsProps, "draft" | "readOnly" | "onWrite">) {
  const words = useTranslations("lesson.editor.glossary")
  const { key } = draft
  return (
    <div className="grid gap-3 md:grid-cols-2">
      <Field
        name={`term-${key}`}
        label={words("term")}
        maxLength={80}
        readOnly={readOnly}
        value={draft.term}
        onChange={(event) => onWrite({ term: event.target.value })}
        className="content-between"
      />
      <Field
        name={`forms-${key}`}
        label={words("forms")}
        hint={words("formsHint")}
        optional
        readOnly={readOnly}
        value={draft.forms}
        onChange={(event) => onWrite({ forms: event.target.value })}
      />
      <TextArea
        name={`definition-${key}`}
        label={words("definition")}
        className="md:col-span-2"
        rows={2}
        maxLength={500}
        readOnly={readOnly}
        value={draft.definition}
        onChange={(event) => onWrite({ definition: event.target.value })}
      />
    </div>
  )
}
