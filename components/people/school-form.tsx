"use client"

import { useTranslations } from "next-intl"
import { TimeZoneField } from "@/components/people/time-zone-field"
import { ActionForm, type ActionResult } from "@/components/ui/action-form"
import { Field } from "@/components/ui/field"
import { SubmitButton } from "@/components/ui/submit-button"

type SchoolFormProps = {
  action: (input: unknown) => Promise<ActionResult<unknown>>
  name: string
  timeZone: string
  zones: readonly string[]
}

/** The school's name and zone. */
export function SchoolForm({ action, name, timeZone, zones }: SchoolFormProps) {
  const t = useTranslations("people.school")
  return (
    <ActionForm action={action} doneMessage={t("saved")}>
      <Field
        name="schoolName"
        label={t("name")}
        defaultValue={name}
        maxLength={120}
        autoComplete="organization"
      />
      <TimeZoneField label={t("timeZone")} hint={t("timeZoneHint")} zones={zones} value={timeZone} />
      <SubmitButton className="justify-self-start" pendingLabel={t("pending")}>
        {t("submit")}
      </SubmitButton>
    </ActionForm>
  )
}
