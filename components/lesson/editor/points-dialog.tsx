"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { AskingDialog, type AskingDialogProps } from "@/components/lesson/editor/asking-dialog"
import type { ActionResult } from "@/components/ui/action-form"
import { Field } from "@/components/ui/field"

type PointsDialogProps = AskingDialogProps & {
  count: number
  onSet: (points: number) => Promise<ActionResult<unknown> | undefined>
}

/** How many points the chosen questions are worth. */
export function PointsDialog({ count, onSet, ...dialog }: PointsDialogProps) {
  const words = useTranslations("lesson.editor.bulk")
  const [points, setPoints] = useState(1)
  return (
    <AskingDialog
      {...dialog}
      title={words("pointsTitle", { count })}
      submit={words("set")}
      onSend={() => onSet(points)}
    >
      <Field
        name="points"
        type="number"
        min={1}
        max={20}
        className="max-w-40"
        label={words("pointsLabel")}
        value={points}
        onChange={({ target }) => setPoints(Math.max(1, Math.min(20, Math.round(target.valueAsNumber) || 1)))}
      />
    </AskingDialog>
  )
}
