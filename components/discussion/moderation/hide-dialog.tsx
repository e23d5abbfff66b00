"use client"

import { useTranslations } from "next-intl"
import { type ReactNode, useState } from "react"
import { useNorms } from "@/components/discussion/moderation/use-norms"
import { ActionForm, type ActionResult } from "@/components/ui/action-form"
import { Dialog } from "@/components/ui/dialog"
import { Select } from "@/components/ui/select"
import { SubmitButton } from "@/components/ui/submit-button"
import { TextArea } from "@/components/ui/text-area"
import type { NormsView } from "@/lib/discussion/moderation/norms"
import { ruleKinds } from "@/lib/discussion/moderation/rules-of-acts"

type HideDialogProps = {
  postId: string
  norms: NormsView
  action: (input: unknown) => Promise<ActionResult<unknown>>
  trigger: ReactNode
}

/** Asks why a post is hidden and by which rule, and says who will see the answer. */
export function HideDialog({ postId, norms, action, trigger }: HideDialogProps) {
  const words = useTranslations("discussion.moderation")
  const [open, setOpen] = useState(false)
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={trigger}
      title={words("hideTitle")}
      description={words("hideText")}
    >
      <ActionForm action={action} values={{ postId }} onDone={() => setOpen(false)}>
        <RuleSelect norms={norms} />
        <TextArea name="reason" label={words("hideWhy")} rows={2} />
        <SubmitButton className="justify-self-end">{words("hideAct")}</SubmitButton>
      </ActionForm>
    </Dialog>
  )
}

/** The norms of the class and the kinds of report, of which an act may name one. */
function RuleSelect({ norms }: { norms: NormsView }) {
  const words = useTranslations("discussion.ruleChoice")
  const kinds = useTranslations("discussion.reports.kinds")
  const options = useNorms(norms).map((text, index) => ({
    value: `norm:${index + 1}`,
    label: words("norm", { number: index + 1, text }),
  }))
  return (
    <Select
      name="rule"
      label={words("label")}
      options={[
        { value: "", label: words("none") },
        ...options,
        ...ruleKinds.map((kind) => ({ value: kind, label: kinds(kind) })),
      ]}
    />
  )
}
