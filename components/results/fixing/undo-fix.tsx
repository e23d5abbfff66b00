"use client"

import { useTranslations } from "next-intl"
import { type ReactNode, useEffect, useRef } from "react"
import type { Place, Undo } from "@/components/results/fixing/fixing-shapes"
import { Button } from "@/components/ui/button"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"

type UndoFixProps = {
  input: Place & { batchId: string }
  /** Scores that it changed. */
  count: number
  isUndone: boolean
  canUndo: boolean
  action: Undo
  /** Who took it back, once somebody did. */
  children: ReactNode
}

/** Takes a change back, after saying what that does. Stays in its place, and takes the focus then. */
export function UndoFix({ input, count, isUndone, canUndo, action, children }: UndoFixProps) {
  const words = useTranslations("results.fixing")
  const shown = useRef<HTMLParagraphElement>(null)
  const was = useRef(isUndone)
  useEffect(() => {
    if (isUndone && !was.current) shown.current?.focus()
    was.current = isUndone
  }, [isUndone])
  if (isUndone)
    return (
      <p ref={shown} tabIndex={-1} className="text-13 text-ink-2">
        {children}
      </p>
    )
  if (!canUndo) return null
  return (
    <ConfirmDialog
      trigger={
        <Button dense className="mt-2">
          {words("undo")}
        </Button>
      }
      title={words("undoTitle")}
      confirmLabel={words("undo")}
      variant="main"
      onConfirm={() => action(input)}
    >
      <p>{words("undoText", { count })}</p>
    </ConfirmDialog>
  )
}
