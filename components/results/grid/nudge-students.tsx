"use client"

import { useTranslations } from "next-intl"
import type { ActionResult } from "@/components/ui/action-form"
import { Button } from "@/components/ui/button"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"

export type NudgeAction = (input: unknown) => Promise<ActionResult<unknown>>

type NudgeStudentsProps = {
  assignmentId: string
  enrolmentIds: readonly string[]
  code: "notStarted" | "noPost"
  action: NudgeAction
}

/** Asks students to go on, after saying what they will see. */
export function NudgeStudents({ assignmentId, enrolmentIds, code, action }: NudgeStudentsProps) {
  const words = useTranslations("results.nudge")
  const count = enrolmentIds.length
  return (
    <ConfirmDialog
      trigger={
        <Button dense variant="line" aria-label={words(`${code}.label`, { count })}>
          {words("act", { count })}
        </Button>
      }
      title={words(`${code}.title`, { count })}
      confirmLabel={words("act", { count })}
      variant="main"
      onConfirm={() => action({ assignmentId, enrolmentIds })}
    >
      {words("text")}
    </ConfirmDialog>
  )
}
