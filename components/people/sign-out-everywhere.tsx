"use client"

import { useTranslations } from "next-intl"
import { UnsentWarning } from "@/components/quiz/outbox/unsent-warning"
import type { ActionResult } from "@/components/ui/action-form"
import { Button } from "@/components/ui/button"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"

type SignOutEverywhereProps = {
  personId: string
  action: (input: unknown) => Promise<ActionResult<null>>
}

/** Ends every session, after asking. */
export function SignOutEverywhere({ personId, action }: SignOutEverywhereProps) {
  const t = useTranslations("people.account")
  return (
    <ConfirmDialog
      trigger={<Button variant="line">{t("everywhere")}</Button>}
      title={t("everywhereTitle")}
      confirmLabel={t("everywhere")}
      onConfirm={() => action({})}
    >
      {t("everywhereWhat")}
      <UnsentWarning personId={personId} />
    </ConfirmDialog>
  )
}
