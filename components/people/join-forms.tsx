"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { PasswordField } from "@/components/people/password-field"
import { ActionForm, type ActionResult } from "@/components/ui/action-form"
import { Field } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import { SubmitButton } from "@/components/ui/submit-button"
import { TextLink } from "@/components/ui/text-link"

type Joined = { className: string; state: "pending" | "active" }

/** For a student who is signed in: the code is all it takes. */
export function JoinForm({
  action,
  code,
}: {
  action: (input: unknown) => Promise<ActionResult<Joined>>
  code: string
}) {
  const t = useTranslations("people.join")
  const [joined, setJoined] = useState<Joined | null>(null)
  return (
    <>
      {joined && (
        <Notice kind="success" acts={<TextLink href="/home">{t("goHome")}</TextLink>} className="mb-5">
          {t(joined.state === "active" ? "joined" : "asked", { className: joined.className })}
        </Notice>
      )}
      <ActionForm action={action} onDone={setJoined} resetWhenDone>
        <CodeField code={code} />
        <SubmitButton>{t("submit")}</SubmitButton>
      </ActionForm>
    </>
  )
}

type RegisterFormProps = {
  action: (input: unknown) => Promise<ActionResult<null>>
  code: string
  passwordHint: string
}

/** For somebody who is new: an account and the class in one go. No email is asked. */
export function RegisterForm({ action, code, passwordHint }: RegisterFormProps) {
  const t = useTranslations("people.join")
  return (
    <ActionForm action={action}>
      <CodeField code={code} />
      <Field
        name="displayName"
        label={t("displayName")}
        hint={t("displayNameHint")}
        autoComplete="name"
        maxLength={80}
      />
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
      <SubmitButton pendingLabel={t("registering")}>{t("register")}</SubmitButton>
    </ActionForm>
  )
}

function CodeField({ code }: { code: string }) {
  const t = useTranslations("people.join")
  return (
    <Field
      name="code"
      label={t("code")}
      hint={t("codeHint")}
      defaultValue={code}
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
      maxLength={40}
    />
  )
}
