"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import type { ActionResult } from "@/components/ui/action-form"
import { Button } from "@/components/ui/button"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { Field } from "@/components/ui/field"

type ErasePersonProps = {
  person: { userId: string; displayName: string; userName: string }
  action: (input: unknown) => Promise<ActionResult<unknown>>
}

/** Erases somebody for good. It asks for their user name, which nobody types by mistake. */
export function ErasePerson({ person, action }: ErasePersonProps) {
  const t = useTranslations("people.people")
  const [typed, setTyped] = useState("")
  const { userId, displayName: name, userName } = person
  return (
    <ConfirmDialog
      trigger={
        <Button variant="quiet" dense aria-label={t("eraseNamed", { name })}>
          {t("erase")}
        </Button>
      }
      title={t("eraseTitle", { name })}
      confirmLabel={t("eraseConfirm")}
      onConfirm={() => action({ userId, typed })}
    >
      <p className="mb-3">{t("eraseWhat")}</p>
      <p className="mb-4">{t("eraseBefore")}</p>
      <Field
        name="typed"
        label={t("eraseType", { userName })}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        autoComplete="off"
        spellCheck={false}
      />
    </ConfirmDialog>
  )
}
