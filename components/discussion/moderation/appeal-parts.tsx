"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { postTime, type ThreadClock } from "@/components/discussion/thread/thread-clock"
import { ActionForm, type ActionResult } from "@/components/ui/action-form"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { RadioGroup } from "@/components/ui/radio-group"
import { SubmitButton } from "@/components/ui/submit-button"
import { TextArea } from "@/components/ui/text-area"
import type { AppealView } from "@/lib/discussion/moderation/moderation-act"

type Act = (input: unknown) => Promise<ActionResult<unknown>>

type OwnAppealProps = {
  appeal: AppealView | null
  postId: string
  clock: ThreadClock
  /** Null where it can no longer be asked for. */
  action: Act | null
}

/** For the author of a hidden post: asking for a second look, once; then what came of it. */
export function OwnAppeal({ appeal, postId, clock, action }: OwnAppealProps) {
  const words = useTranslations("discussion.appeals")
  const [open, setOpen] = useState(false)
  if (appeal) return <AppealOutcome appeal={appeal} clock={clock} />
  if (!action) return null
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button dense>{words("act")}</Button>}
      title={words("title")}
      description={words("text")}
    >
      <ActionForm action={action} values={{ postId }} onDone={() => setOpen(false)}>
        <TextArea name="words" label={words("words")} rows={3} />
        <SubmitButton className="justify-self-end">{words("send")}</SubmitButton>
      </ActionForm>
    </Dialog>
  )
}

function AppealOutcome({ appeal, clock }: { appeal: AppealView; clock: ThreadClock }) {
  const words = useTranslations("discussion.appeals")
  const answer = appeal.answer ?? ""
  return (
    <div className="grid w-full gap-0.5 text-ink-2">
      <p dir="auto">{words("yours", { words: appeal.words })}</p>
      {appeal.granted === null ? (
        <p>{words("waiting", { at: postTime(appeal.at, clock) })}</p>
      ) : (
        <p dir="auto">{words(appeal.granted ? "granted" : "refused", { answer })}</p>
      )}
      {appeal.granted !== null && appeal.byActor && <p>{words("byActor")}</p>}
    </div>
  )
}

type StaffAppealProps = {
  appeal: AppealView
  actId: string
  clock: ThreadClock
  /** Null for whoever does not answer appeals. */
  answer: Act | null
}

/** For staff: what the author says, and the answer, or what was answered. */
export function StaffAppeal({ appeal, actId, clock, answer }: StaffAppealProps) {
  const words = useTranslations("discussion.appeals")
  return (
    <div className="mt-2 grid justify-items-start gap-2 border-accent border-s-2 ps-3 text-15">
      <p dir="auto">{words("asked", { at: postTime(appeal.at, clock), words: appeal.words })}</p>
      {appeal.granted === null
        ? answer && <AnswerDialog actId={actId} action={answer} />
        : (appeal.answer || appeal.granted) && (
            <p dir="auto" className="text-ink-2">
              {words(appeal.granted ? "staffGranted" : "staffRefused", { answer: appeal.answer ?? "" })}
            </p>
          )}
    </div>
  )
}

function AnswerDialog({ actId, action }: { actId: string; action: Act }) {
  const words = useTranslations("discussion.appeals")
  const [open, setOpen] = useState(false)
  const toInput = (form: FormData) => ({
    actId,
    grant: form.get("grant") === "yes",
    answer: String(form.get("answer") ?? ""),
  })
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button dense>{words("answer")}</Button>}
      title={words("answerTitle")}
      description={words("answerText")}
    >
      <ActionForm action={action} toInput={toInput} onDone={() => setOpen(false)}>
        <RadioGroup
          name="grant"
          label={words("outcome")}
          required
          options={[
            { value: "yes", label: words("grant") },
            { value: "no", label: words("keep") },
          ]}
        />
        <TextArea name="answer" label={words("answerWhy")} rows={3} />
        <SubmitButton className="justify-self-end">{words("answerAct")}</SubmitButton>
      </ActionForm>
    </Dialog>
  )
}
