"use client"

import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { useUnsavedWarning } from "@/components/lesson/editor/use-unsaved-warning"
import { ActionForm, type ActionResult } from "@/components/ui/action-form"
import { SubmitButton } from "@/components/ui/submit-button"

export type EditorAction = (input: unknown) => Promise<ActionResult<unknown>>

type SavingFormProps = {
  action: EditorAction
  toInput: (form: FormData) => unknown
  /** Something typed is not saved yet. */
  isDirty: boolean
  readOnly: boolean
  children: ReactNode
}

/** A form of the lesson editor: saves, and its action brings the page again, so that the next save is based on what now stands. */
export function SavingForm({ action, toInput, isDirty, readOnly, children }: SavingFormProps) {
  const words = useTranslations("lesson.editor")
  useUnsavedWarning(isDirty)
  return (
    <ActionForm action={action} toInput={toInput} doneMessage={isDirty ? null : words("saved")}>
      {children}
      {!readOnly && (
        <div className="flex items-center gap-4">
          <SubmitButton>{words("save")}</SubmitButton>
          {isDirty && <span className="text-13 text-ink-2">{words("unsaved")}</span>}
        </div>
      )}
    </ActionForm>
  )
}
