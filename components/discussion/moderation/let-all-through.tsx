"use client"

import { useTranslations } from "next-intl"
import type { ActionResult } from "@/components/ui/action-form"
import { Button } from "@/components/ui/button"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { Notice } from "@/components/ui/notice"

type LetAllThroughProps = {
  assignmentId: string
  count: number
  action: (input: unknown) => Promise<ActionResult<unknown>>
}

/** The rule was turned off while posts waited: says so, and offers to let them all through. */
export function LetAllThrough({ assignmentId, count, action }: LetAllThroughProps) {
  const words = useTranslations("discussion.review")
  const act = (
    <ConfirmDialog
      trigger={<Button dense>{words("letAll")}</Button>}
      title={words("letAllTitle", { count })}
      confirmLabel={words("letAll")}
      variant="main"
      onConfirm={() => action({ assignmentId })}
    >
      {words("letAllText")}
    </ConfirmDialog>
  )
  return (
    <Notice kind="warning" title={words("offTitle", { count })} acts={act} className="mt-2 max-w-narrow">
      {words("off")}
    </Notice>
  )
}
