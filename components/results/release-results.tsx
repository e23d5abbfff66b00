"use client"

import { useTranslations } from "next-intl"
import type { ActionResult } from "@/components/ui/action-form"
import { Button } from "@/components/ui/button"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"

type ReleaseResultsProps = {
  assignmentId: string
  /** Finished attempts whose students will see their results at once. */
  finished: number
  action: (input: unknown) => Promise<ActionResult<unknown>>
}

/** Shows the class its results, after saying what that means. */
export function ReleaseResults({ assignmentId, finished, action }: ReleaseResultsProps) {
  const results = useTranslations("results.releasing")
  return (
    <ConfirmDialog
      trigger={
        <Button variant="main" dense>
          {results("act")}
        </Button>
      }
      title={results("title", { count: finished })}
      confirmLabel={results("act")}
      variant="main"
      onConfirm={() => action({ assignmentId })}
    >
      {results("body")}
    </ConfirmDialog>
  )
}
