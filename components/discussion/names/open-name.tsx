"use client"

import { useTranslations } from "next-intl"
import { type ReactNode, useState } from "react"
import { ActionForm, type ActionResult } from "@/components/ui/action-form"
import { Dialog } from "@/components/ui/dialog"
import { SubmitButton } from "@/components/ui/submit-button"
import { TextArea } from "@/components/ui/text-area"

export type OpenNameAction = (input: unknown) => Promise<ActionResult<unknown>>

type OpenNameProps = {
  /** A post that bears the pseudonym. */
  postId: string
  /** "Blue Heron" */
  alias: string
  action: OpenNameAction
  trigger: ReactNode
}

/** Asks a teacher why a name is opened, and says who will see it and that the student is told. */
export function OpenName({ postId, alias, action, trigger }: OpenNameProps) {
  const words = useTranslations("discussion.names")
  const [open, setOpen] = useState(false)
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={trigger}
      title={words("title", { name: alias })}
      description={words("text")}
    >
      <ActionForm action={action} values={{ postId }} onDone={() => setOpen(false)}>
        <TextArea name="reason" label={words("why")} hint={words("whyHint")} rows={2} />
        <SubmitButton className="justify-self-end">{words("act")}</SubmitButton>
      </ActionForm>
    </Dialog>
  )
}
