"use client"

import { useTranslations } from "next-intl"
import { AlertDialog as Radix } from "radix-ui"
import { type ReactNode, useState, useTransition } from "react"
import type { ActionResult } from "@/components/ui/action-form"
import { Button, type ButtonStyle } from "@/components/ui/button"
import { overlayStyle, windowStyle } from "@/components/ui/dialog"
import { Notice } from "@/components/ui/notice"

type ConfirmDialogProps = {
  trigger: ReactNode
  /** The question, such as "Remove Priya from 10B?" */
  title: ReactNode
  /** What will be lost, and what stays. */
  children: ReactNode
  /** The verb on the button. */
  confirmLabel: string
  variant?: ButtonStyle["variant"]
  /** What is done on yes. A refusal is shown in the window, which then stays open. */
  onConfirm: () => Promise<ActionResult<unknown> | undefined>
}

/** Asks before something that cannot be undone. The safe answer has the focus. */
export function ConfirmDialog({
  trigger,
  title,
  children,
  confirmLabel,
  variant = "danger",
  onConfirm,
}: ConfirmDialogProps) {
  const common = useTranslations("common")
  const [open, setOpen] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [pending, start] = useTransition()
  const confirm = () => {
    if (pending) return
    start(async () => {
      const result = await onConfirm()
      setRefusal(result && !result.ok ? result.message : null)
      if (!result || result.ok) setOpen(false)
    })
  }
  const change = (next: boolean) => {
    setRefusal(null)
    setOpen(next)
  }
  return (
    <Radix.Root open={open} onOpenChange={change}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Overlay className={overlayStyle} />
        <Radix.Content className={windowStyle}>
          <Radix.Title className="mb-2 font-semibold text-20">{title}</Radix.Title>
          <Radix.Description asChild>
            <div className="text-ink-2">{children}</div>
          </Radix.Description>
          {refusal && (
            <Notice kind="error" className="mt-4">
              {refusal}
            </Notice>
          )}
          <div className="mt-5 flex flex-wrap justify-end gap-2">
            <Radix.Cancel asChild>
              <Button variant="line">{common("cancel")}</Button>
            </Radix.Cancel>
            <Button variant={variant} aria-disabled={pending || undefined} onClick={confirm}>
              {confirmLabel}
            </Button>
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
