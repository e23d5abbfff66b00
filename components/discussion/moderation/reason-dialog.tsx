"use client"

import { useTranslations } from "next-intl"
import { type ReactNode, useState } from "react"
import { ActionForm, type ActionResult } from "@/components/ui/action-form"
import { Dialog } from "@/components/ui/dialog"
import { SubmitButton } from "@/components/ui/submit-button"
import { TextArea } from "@/components/ui/text-area"

type ReasonDialogProps = {
  /** Which sentences of "discussion.moderation" it speaks: their names begin with this. */
  about: "report" | "hide"
  postId: string
  action: (input: unknown) => Promise<ActionResult<unknown>>
  trigger: ReactNode
}

/** Asks why a post is reported or hidden, and says who will see the answer. */
export function ReasonDialog({ about, postId, action, trigger }: ReasonDialogProps) {
  const words = useTranslations("discussion.moderation")
  const [open, setOpen] = useState(false)
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={trigger}
      title={words(`${about}Title`)}
      description={words(`${about}Text`)}
    >
      <ActionForm action={action} values={{ postId }} onDone={() => setOpen(false)}>
        <TextArea name="reason" label={words(`${about}Why`)} rows={2} />
        <SubmitButton className="justify-self-end">{words(`${about}Act`)}</SubmitButton>
      </ActionForm>
    </Dialog>
  )
}
