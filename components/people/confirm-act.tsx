"use client"

import type { ReactNode } from "react"
import type { ActionResult } from "@/components/ui/action-form"
import { Button } from "@/components/ui/button"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"

type ConfirmActProps = {
  /** On the button, and what is read out for it where many stand in a list. */
  label: string
  namedLabel?: string
  title: string
  confirmLabel: string
  action: (input: unknown) => Promise<ActionResult<unknown>>
  input: Record<string, unknown>
  variant?: "quiet" | "line"
  dense?: boolean
  children: ReactNode
}

/** A button that asks before it acts. */
export function ConfirmAct(props: ConfirmActProps) {
  const {
    label,
    namedLabel,
    title,
    confirmLabel,
    action,
    input,
    variant = "quiet",
    dense = true,
    children,
  } = props
  return (
    <ConfirmDialog
      trigger={
        <Button variant={variant} dense={dense} aria-label={namedLabel}>
          {label}
        </Button>
      }
      title={title}
      confirmLabel={confirmLabel}
      onConfirm={() => action(input)}
    >
      {children}
    </ConfirmDialog>
  )
}
