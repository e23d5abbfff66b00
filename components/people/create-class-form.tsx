"use client"

import { useTranslations } from "next-intl"
import { ActionForm, type ActionResult } from "@/components/ui/action-form"
import { Field } from "@/components/ui/field"
import { SubmitButton } from "@/components/ui/submit-button"

/** A class needs a name, and nothing else. */
export function CreateClassForm({ action }: { action: (input: unknown) => Promise<ActionResult<unknown>> }) {
  const t = useTranslations("people.classes")
  return (
    <ActionForm action={action} className="gap-3">
      <Field name="className" label={t("newName")} hint={t("newHint")} maxLength={80} autoComplete="off" />
      <SubmitButton className="justify-self-start" pendingLabel={t("newPending")}>
        {t("newSubmit")}
      </SubmitButton>
    </ActionForm>
  )
}
