"use client"

import { useTranslations } from "next-intl"
import type { ActionResult } from "@/components/ui/action-form"
import { Button } from "@/components/ui/button"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"

/** Ends every session, after asking. */
export function SignOutEverywhere({ action }: { action: (input: unknown) => Promise<ActionResult<null>> }) {
  const t = useTranslations("people.account")
  return (
    <ConfirmDialog
      trigger={<Button variant="line">{t("everywhere")}</Button>}
      title={t("everywhereTitle")}
      confirmLabel={t("everywhere")}
      onConfirm={() => action({})}
    >
      {t("everywhereWhat")}
    </ConfirmDialog>
  )
}
