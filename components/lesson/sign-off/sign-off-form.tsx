"use client"

import { useTranslations } from "next-intl"
import { ActionForm, type ActionResult } from "@/components/ui/action-form"
import { SubmitButton } from "@/components/ui/submit-button"
import { TextArea } from "@/components/ui/text-area"
import type { EditBase } from "@/lib/lesson/input"

type SignOffFormProps = {
  base: EditBase
  count: number
  action: (input: unknown) => Promise<ActionResult<unknown>>
}

/** "I have gone through these 15 questions", with a note where there is one to make. */
export function SignOffForm({ base, count, action }: SignOffFormProps) {
  const words = useTranslations("lesson.signOff")
  return (
    <ActionForm action={action} toInput={(form) => ({ base, note: String(form.get("note") ?? "") })}>
      <TextArea
        name="note"
        label={words("note")}
        hint={words("noteHint")}
        optional
        rows={2}
        maxLength={600}
      />
      <div>
        <SubmitButton>{words("sign", { count })}</SubmitButton>
      </div>
    </ActionForm>
  )
}
