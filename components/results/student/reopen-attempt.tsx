"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import type { ActionResult } from "@/components/ui/action-form"
import { Button } from "@/components/ui/button"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { Field } from "@/components/ui/field"
import { REOPEN_MINUTES_MAX } from "@/lib/quiz/decide-reopen"

export type ReopenAttemptAction = (input: unknown) => Promise<ActionResult<unknown>>

type ReopenAttemptProps = { attemptId: string; name: string; action: ReopenAttemptAction }

const USUAL_MINUTES = "15"

/** Lets a student go on with a quiz that has ended, for some minutes, after saying what that does. */
export function ReopenAttempt({ attemptId, name, action }: ReopenAttemptProps) {
  const words = useTranslations("results.reopen")
  const [minutes, setMinutes] = useState(USUAL_MINUTES)
  return (
    <ConfirmDialog
      trigger={
        <Button dense variant="line">
          {words("act")}
        </Button>
      }
      title={words("title", { name })}
      confirmLabel={words("act")}
      variant="main"
      onConfirm={() => action({ attemptId, minutes: Number(minutes) })}
    >
      <p>{words("text", { name })}</p>
      <Field
        name="minutes"
        type="number"
        min={1}
        max={REOPEN_MINUTES_MAX}
        label={words("minutes")}
        hint={words("minutesHint", { name })}
        value={minutes}
        onChange={(event) => setMinutes(event.target.value)}
        className="mt-4"
      />
    </ConfirmDialog>
  )
}
