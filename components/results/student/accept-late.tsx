"use client"

import { useTranslations } from "next-intl"
import type { ActionResult } from "@/components/ui/action-form"
import { Button } from "@/components/ui/button"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"

export type AcceptLateAction = (input: unknown) => Promise<ActionResult<unknown>>

type AcceptLateProps = { attemptId: string; name: string; answers: number; action: AcceptLateAction }

/** Lets answers from after the deadline count, after saying what that does. */
export function AcceptLate({ attemptId, name, answers, action }: AcceptLateProps) {
  const words = useTranslations("results.late")
  return (
    <ConfirmDialog
      trigger={<Button dense>{words("accept", { answers })}</Button>}
      title={words("title", { answers, name })}
      confirmLabel={words("accept", { answers })}
      variant="main"
      onConfirm={() => action({ attemptId })}
    >
      {words("text")}
    </ConfirmDialog>
  )
}
