"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { goToProvider } from "@/components/people/go-to-provider"
import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"

type ProviderSignInProps = {
  /** What people call the provider. */
  provider: string
  /** Where to go afterwards. */
  next: string | null
}

/** The other way in: a sign-in that the school has elsewhere. */
export function ProviderSignIn({ provider, next }: ProviderSignInProps) {
  const t = useTranslations("people.signIn")
  const [state, setState] = useState<"idle" | "going" | "failed">("idle")
  const press = async () => {
    if (state === "going") return
    setState("going")
    if (!(await goToProvider(next ?? "/"))) setState("failed")
  }
  return (
    <div className="grid gap-3">
      {state === "failed" && <Notice kind="error">{t("providerAway", { provider })}</Notice>}
      <Button aria-disabled={state === "going" || undefined} onClick={press}>
        {t("withProvider", { provider })}
      </Button>
    </div>
  )
}
