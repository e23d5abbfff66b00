"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { CodeField } from "@/components/people/code-field"
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

/** User name or email, and password; then, where a second step is on, its code. */
export function SignInForm({ action, next }: SignInFormProps) {
  const t = useTranslations("people.signIn")
  const [asksForCode, setAsksForCode] = useState(false)
  const signIn = async (input: unknown) => {
    const result = await action(input)
    if (result.ok || result.field !== "code") return result
    setAsksForCode(true)
    // Nothing is wrong yet: the field that appears says what to do.
    return result.code === "people.secondStepNeeded" ? { ...result, message: "" } : result
  }
  return (
    <ActionForm action={signIn} values={next ? { next } : undefined}>
      <Field
        name="name"
        label={t("name")}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={254}
      />
      <PasswordField name="password" label={t("password")} kind="current" />
      {asksForCode && <CodeField label={t("code")} hint={t("codeHint")} />}
      <Checkbox name="stay" label={t("stay")} hint={t("stayHint")} />
      <SubmitButton pendingLabel={t("pending")}>{t("submit")}</SubmitButton>
    </ActionForm>
  )
}
