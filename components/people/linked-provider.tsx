"use client"

import { useTranslations } from "next-intl"
import { CodeField } from "@/components/people/code-field"
import { goToProvider } from "@/components/people/go-to-provider"
import { PasswordField } from "@/components/people/password-field"
import { ActionForm, type ActionResult } from "@/components/ui/action-form"
import { SubmitButton } from "@/components/ui/submit-button"

type LinkedProviderProps = {
  provider: string
  linked: boolean
  /** A code is asked for beside the password. */
  secondStep: boolean
  begin: (input: unknown) => Promise<ActionResult<null>>
  unlink: (input: unknown) => Promise<ActionResult<null>>
}

/** Links one's account with the sign-in one has at the provider, or takes that link away. */
export function LinkedProvider({ provider, linked, secondStep, begin, unlink }: LinkedProviderProps) {
  const t = useTranslations("people.provider")
  const beginAndGo = async (input: unknown): Promise<ActionResult<null>> => {
    const begun = await begin(input)
    if (!begun.ok || (await goToProvider("/account"))) return begun
    return { ok: false, code: "people.providerAway", message: t("away", { provider }) }
  }
  return (
    <ActionForm action={linked ? unlink : beginAndGo}>
      <p className="text-ink-2">{t(linked ? "linked" : "notLinked", { provider })}</p>
      <PasswordField name="current" label={t("current")} kind="current" />
      {secondStep && <CodeField label={t("code")} hint={t("codeHint")} />}
      <SubmitButton variant="line" className="justify-self-start">
        {t(linked ? "unlink" : "link", { provider })}
      </SubmitButton>
    </ActionForm>
  )
}
