"use client"

import { useTranslations } from "next-intl"
import { PasswordField } from "@/components/people/password-field"
import { TimeZoneField } from "@/components/people/time-zone-field"
import { ActionForm, type ActionResult } from "@/components/ui/action-form"
import { Field } from "@/components/ui/field"
import { SubmitButton } from "@/components/ui/submit-button"

type SetUpFormProps = {
  action: (input: unknown) => Promise<ActionResult<null>>
  /** The secret of the one-time link. */
  token: string
  zones: readonly string[]
  passwordHint: string
}

/** The school, and the person who looks after it. */
export function SetUpForm({ action, token, zones, passwordHint }: SetUpFormProps) {
  const t = useTranslations("people.setUp")
  return (
    <ActionForm action={action} values={{ token }} className="gap-8">
      <fieldset className="grid gap-5">
        <legend className="mb-3 font-semibold text-17">{t("school")}</legend>
        <Field name="schoolName" label={t("schoolName")} autoComplete="organization" maxLength={120} />
        <TimeZoneField label={t("timeZone")} hint={t("timeZoneHint")} zones={zones} />
      </fieldset>
      <fieldset className="grid gap-5">
        <legend className="mb-3 font-semibold text-17">{t("you")}</legend>
        <Field name="displayName" label={t("displayName")} autoComplete="name" maxLength={80} />
        <Field
          name="userName"
          label={t("userName")}
          hint={t("userNameHint")}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={40}
        />
        <PasswordField name="password" label={t("password")} hint={passwordHint} kind="new" />
      </fieldset>
      <SubmitButton pendingLabel={t("pending")}>{t("submit")}</SubmitButton>
    </ActionForm>
  )
}
