"use client"

import { useTranslations } from "next-intl"
import { type ReactNode, useState } from "react"
import { ActionForm, type ActionResult } from "@/components/ui/action-form"
import { Dialog } from "@/components/ui/dialog"
import { SubmitButton } from "@/components/ui/submit-button"
import { TextArea } from "@/components/ui/text-area"

type ReturnDialogProps = {
  postId: string
  action: (input: unknown) => Promise<ActionResult<unknown>>
  trigger: ReactNode
}

/** Asks why a post is given back, and says who will see the answer. */
export function ReturnDialog({ postId, action, trigger }: ReturnDialogProps) {
  const words = useTranslations("discussion.moderation")
  const [open, setOpen] = useState(false)
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={trigger}
      title={words("returnTitle")}
      description={words("returnText")}
    >
      <ActionForm action={action} values={{ postId }} onDone={() => setOpen(false)}>
        <TextArea name="reason" label={words("returnWhy")} rows={2} />
        <SubmitButton className="justify-self-end">{words("returnAct")}</SubmitButton>
      </ActionForm>
    </Dialog>
  )
}
