"use client"

import { useTranslations } from "next-intl"
import { PasswordField } from "@/components/people/password-field"
import { ActionForm, type ActionResult } from "@/components/ui/action-form"
import { Checkbox } from "@/components/ui/checkbox"
import { Field } from "@/components/ui/field"
import { SubmitButton } from "@/components/ui/submit-button"

type SignInFormProps = {
  action: (input: unknown) => Promise<ActionResult<null>>
  /** Where to go afterwards. */
  next: string | null
}

/** User name or email, and password. */
export function SignInForm({ action, next }: SignInFormProps) {
  const t = useTranslations("people.signIn")
  return (
    <ActionForm action={action} values={next ? { next } : undefined}>
      <Field
        name="name"
        label={t("name")}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={254}
      />
      <PasswordField name="password" label={t("password")} kind="current" />
      <Checkbox name="stay" label={t("stay")} hint={t("stayHint")} />
      <SubmitButton pendingLabel={t("pending")}>{t("submit")}</SubmitButton>
    </ActionForm>
  )
}
