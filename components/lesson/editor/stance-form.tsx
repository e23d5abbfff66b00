"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { type EditorAction, SavingForm } from "@/components/lesson/editor/saving-form"
import { TextArea } from "@/components/ui/text-area"
import type { EditBase } from "@/lib/lesson/input"

type StanceFormProps = { base: EditBase; statement: string | null; readOnly: boolean; action: EditorAction }

/** The sentence students take a stance on, three times. Empty: there are no stance steps. */
export function StanceForm({ base, statement, readOnly, action }: StanceFormProps) {
  const words = useTranslations("lesson.editor.stance")
  const [text, setText] = useState(statement ?? "")
  const toInput = () => ({ base, stanceStatement: text })
  return (
    <SavingForm
      action={action}
      toInput={toInput}
      isDirty={text.trim() !== (statement ?? "")}
      readOnly={readOnly}
    >
      <TextArea
        name="stanceStatement"
        label={words("label")}
        hint={words("hint")}
        face="read"
        rows={2}
        maxLength={300}
        required={false}
        readOnly={readOnly}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <p className="text-13 text-ink-2">{words("privacy")}</p>
    </SavingForm>
  )
}
