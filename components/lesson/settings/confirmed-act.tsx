"use client"

import type { ReactNode } from "react"
import type { ActionResult } from "@/components/ui/action-form"
import { Button, type ButtonStyle } from "@/components/ui/button"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"

type ConfirmedActProps = {
  /** The verb, on both buttons. */
  label: string
  /** Where the verb alone does not say whom it is about. */
  ariaLabel?: string
  title: string
  variant?: ButtonStyle["variant"]
  confirmVariant?: ButtonStyle["variant"]
  input: unknown
  action: (input: unknown) => Promise<ActionResult<unknown>>
  /** What happens, and what stays. */
  children: ReactNode
}

/** One act that is asked about before it is done; the page shows what came of it. */
export function ConfirmedAct(props: ConfirmedActProps) {
  const { label, ariaLabel, title, variant, confirmVariant, input, action, children } = props
  return (
    <ConfirmDialog
      trigger={
        <Button dense variant={variant} aria-label={ariaLabel}>
          {label}
        </Button>
      }
      title={title}
      confirmLabel={label}
      variant={confirmVariant}
      onConfirm={() => action(input)}
    >
      {children}
    </ConfirmDialog>
  )
}
