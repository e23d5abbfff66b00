"use client"

import { useTranslations } from "next-intl"
import { type ReactNode, useState, useTransition } from "react"
import type { ActionResult } from "@/components/ui/action-form"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { Notice } from "@/components/ui/notice"
import { ScriptedForm } from "@/components/ui/scripted-form"

export type AskingDialogProps = { open: boolean; onClose: () => void }

type Props = AskingDialogProps & {
  title: string
  lead?: string
  submit: string
  onSend: () => Promise<ActionResult<unknown> | undefined>
  children: ReactNode
}

/** A window that asks one thing and does it. A refusal is shown in it, and it stays open. */
export function AskingDialog({ open, onClose, title, lead, submit, onSend, children }: Props) {
  const common = useTranslations("common")
  const [refusal, setRefusal] = useState<string | null>(null)
  const [pending, start] = useTransition()
  const close = () => {
    setRefusal(null)
    onClose()
  }
  const send = () => {
    if (pending) return
    start(async () => {
      const result = await onSend()
      if (result?.ok) close()
      else setRefusal(result ? result.message : null)
    })
  }
  return (
    <Dialog open={open} onOpenChange={(next) => !next && close()} title={title} description={lead}>
      <ScriptedForm onSend={send} className="grid gap-5">
        {refusal && <Notice kind="error">{refusal}</Notice>}
        {children}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={close}>{common("cancel")}</Button>
          <Button type="submit" variant="main" aria-disabled={pending || undefined}>
            {submit}
          </Button>
        </div>
      </ScriptedForm>
    </Dialog>
  )
}
