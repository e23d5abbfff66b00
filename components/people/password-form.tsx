"use client"

import { useTranslations } from "next-intl"
import { PasswordField } from "@/components/people/password-field"
import { ActionForm, type ActionResult } from "@/components/ui/action-form"
import { SubmitButton } from "@/components/ui/submit-button"

type PasswordFormProps = {
  action: (input: unknown) => Promise<ActionResult<null>>
  /** Goes along unseen, so that password managers know whose it is. */
  userName: string
  hint: string
}

/** Changes one's own password. */
export function PasswordForm({ action, userName, hint }: PasswordFormProps) {
  const t = useTranslations("people.account")
  return (
    <ActionForm action={action} toInput={readPasswords} doneMessage={t("changed")} resetWhenDone>
      <UserName value={userName} />
      <PasswordField name="current" label={t("current")} kind="current" />
      <PasswordField name="password" label={t("next")} hint={hint} kind="new" />
      <SubmitButton variant="line" className="justify-self-start">
        {t("change")}
      </SubmitButton>
    </ActionForm>
  )
}

/** The first password of one's own, after one that was handed out. */
export function FirstPasswordForm({
  action,
  userName,
  hint,
  next,
}: PasswordFormProps & { next: string | null }) {
  const t = useTranslations("people.account")
  const first = useTranslations("people.firstPassword")
  const toInput = (form: FormData) => ({ ...readPasswords(form), next: next ?? undefined })
  return (
    <ActionForm action={action} toInput={toInput}>
      <UserName value={userName} />
      <PasswordField name="password" label={t("next")} hint={hint} kind="new" />
      <SubmitButton pendingLabel={first("pending")}>{first("submit")}</SubmitButton>
    </ActionForm>
  )
}

const readPasswords = (form: FormData) => ({
  current: String(form.get("current") ?? ""),
  password: String(form.get("password") ?? ""),
})

const UserName = ({ value }: { value: string }) => (
  <input type="text" autoComplete="username" value={value} readOnly hidden tabIndex={-1} aria-hidden />
)
