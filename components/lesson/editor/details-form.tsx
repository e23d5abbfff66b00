"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { type EditorAction, SavingForm } from "@/components/lesson/editor/saving-form"
import { Checkbox } from "@/components/ui/checkbox"
import { Field } from "@/components/ui/field"
import type { EditBase } from "@/lib/lesson/input"

type DetailsFormProps = {
  base: EditBase
  title: string
  shared: boolean
  readOnly: boolean
  action: EditorAction
}

/** What the lesson is called, and whether other teachers may use it. */
export function DetailsForm({ base, title, shared, readOnly, action }: DetailsFormProps) {
  const words = useTranslations("lesson.editor.details")
  const [draft, setDraft] = useState({ title, shared })
  const isDirty = draft.title.trim() !== title || draft.shared !== shared
  return (
    <SavingForm action={action} toInput={() => ({ base, ...draft })} isDirty={isDirty} readOnly={readOnly}>
      <Field
        name="title"
        label={words("title")}
        maxLength={200}
        readOnly={readOnly}
        value={draft.title}
        onChange={(event) => setDraft({ ...draft, title: event.target.value })}
      />
      <Checkbox
        name="shared"
        label={words("shared")}
        hint={words("sharedHint")}
        disabled={readOnly}
        checked={draft.shared}
        onChange={(event) => setDraft({ ...draft, shared: event.target.checked })}
      />
    </SavingForm>
  )
}
