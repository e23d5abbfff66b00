"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { postActStyle } from "@/components/discussion/posts/post-acts"
import { ActionForm, type ActionResult } from "@/components/ui/action-form"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { Notice } from "@/components/ui/notice"
import { RadioGroup } from "@/components/ui/radio-group"
import { SubmitButton } from "@/components/ui/submit-button"
import { TextArea } from "@/components/ui/text-area"
import { type ReportKind, reportKinds } from "@/lib/discussion/moderation/rules-of-acts"

type ReportDialogProps = {
  postId: string
  /** Whose post it is, as classmates call them. */
  name: string
  isReported: boolean
  /** Whom somebody in need can turn to. */
  helpLine: string | null
  action: (input: unknown) => Promise<ActionResult<unknown>>
}

/** A student reports a post, says what kind of wrong it is, and hears what happens next. A worry can follow a report. */
export function ReportDialog({ postId, name, isReported, helpLine, action }: ReportDialogProps) {
  const words = useTranslations("discussion.reports")
  const moderation = useTranslations("discussion.moderation")
  const [open, setOpen] = useState(false)
  const [sent, setSent] = useState<ReportKind | null>(null)
  const change = (next: boolean) => {
    setOpen(next)
    if (next) setSent(null)
  }
  const trigger = (
    <button
      type="button"
      aria-label={moderation(isReported ? "worryAboutPostOf" : "reportPostOf", { name })}
      className={postActStyle}
    >
      {isReported ? words("worryToo") : moderation("report")}
    </button>
  )
  return (
    <>
      {isReported && <span className="self-center text-13 text-ink-2">{moderation("youReported")}</span>}
      <Dialog
        open={open}
        onOpenChange={change}
        trigger={trigger}
        title={sent ? words("sentTitle") : moderation("reportTitle")}
        description={sent ? undefined : moderation("reportText")}
      >
        {sent ? (
          <Sent kind={sent} helpLine={helpLine} close={() => setOpen(false)} />
        ) : (
          <ReportForm {...{ postId, isReported, helpLine, action }} onSent={setSent} />
        )}
      </Dialog>
    </>
  )
}

type FormProps = Omit<ReportDialogProps, "name"> & { onSent: (kind: ReportKind) => void }

function ReportForm({ postId, isReported, helpLine, action, onSent }: FormProps) {
  const words = useTranslations("discussion.reports")
  const moderation = useTranslations("discussion.moderation")
  const kinds: readonly ReportKind[] = isReported ? ["worried"] : reportKinds
  const [kind, setKind] = useState<ReportKind>(kinds[0] ?? "worried")
  return (
    <ActionForm action={action} values={{ postId }} onDone={() => onSent(kind)}>
      <RadioGroup
        name="kind"
        label={words("kind")}
        value={kind}
        onChange={(value) => setKind(kinds.find((one) => one === value) ?? kind)}
        options={kinds.map((value) => ({ value, label: words(`kinds.${value}`) }))}
      />
      <div role="status">
        {kind === "worried" && <InDanger helpLine={helpLine} lead={words("worryText")} />}
      </div>
      <TextArea
        name="reason"
        label={words(kind === "other" ? "wordsOther" : "words")}
        optional={kind !== "other"}
        rows={2}
      />
      <SubmitButton className="justify-self-end">{moderation("reportAct")}</SubmitButton>
    </ActionForm>
  )
}

/** What to do where somebody may be in danger now. */
function InDanger({ helpLine, lead }: { helpLine: string | null; lead?: string }) {
  const words = useTranslations("discussion.reports")
  return (
    <div className="grid gap-1 border-part border-s-2 bg-part-wash py-2 ps-3 pe-3">
      {lead && <p>{lead}</p>}
      <p className="font-semibold">{words("danger")}</p>
      {helpLine && <p dir="auto">{words("helpLine", { line: helpLine })}</p>}
    </div>
  )
}

type SentProps = { kind: ReportKind; helpLine: string | null; close: () => void }

function Sent({ kind, helpLine, close }: SentProps) {
  const words = useTranslations("discussion.reports")
  return (
    <div className="grid gap-4">
      <Notice kind="success">{words(kind === "worried" ? "sentWorry" : "sent")}</Notice>
      {kind === "worried" && <InDanger helpLine={helpLine} />}
      <Button variant="main" className="justify-self-end" onClick={close}>
        {words("done")}
      </Button>
    </div>
  )
}
