"use client"

import { useTranslations } from "next-intl"
import { type ReactNode, useState } from "react"
import { ActionForm, type ActionResult } from "@/components/ui/action-form"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { SubmitButton } from "@/components/ui/submit-button"
import { TextArea } from "@/components/ui/text-area"
import type { HaltKind } from "@/lib/discussion/moderation/halt"

type Act = (input: unknown) => Promise<ActionResult<unknown>>

/** Stopping a class or a thread and letting them go on, for its staff. */
export type StopActs = {
  room: { classId: string }
  /** Null where no thread is open. */
  thread: { assignmentId: string; promptId: string } | null
  freeze: Act
  unfreeze: Act
  lock: Act
  unlock: Act
}

/** What staff can stop on this page: the whole class at once, and the question they look at. */
export function StaffStops({ stops, halt }: { stops: StopActs; halt: HaltKind | null }) {
  const words = useTranslations("discussion.halt")
  return (
    <section aria-label={words("staffTools")} className="flex flex-wrap items-center gap-2 print:hidden">
      {stops.thread && halt === null && (
        <StopDialog about="lock" action={stops.lock} values={stops.thread}>
          <Button dense>{words("lock")}</Button>
        </StopDialog>
      )}
      {halt !== "frozen" && (
        <StopDialog about="freeze" action={stops.freeze} values={stops.room}>
          <Button dense variant="danger">
            {words("freeze")}
          </Button>
        </StopDialog>
      )}
    </section>
  )
}

type StopDialogProps = {
  /** Which sentences of "discussion.halt" it speaks. */
  about: "lock" | "freeze"
  action: Act
  values: Record<string, unknown>
  children: ReactNode
}

function StopDialog({ about, action, values, children }: StopDialogProps) {
  const words = useTranslations("discussion.halt")
  const [open, setOpen] = useState(false)
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={children}
      title={words(`${about}Title`)}
      description={words(`${about}Text`)}
    >
      <ActionForm action={action} values={values} onDone={() => setOpen(false)}>
        <TextArea name="reason" label={words(`${about}Why`)} optional={about === "freeze"} rows={2} />
        <SubmitButton className="justify-self-end">{words(`${about}Act`)}</SubmitButton>
      </ActionForm>
    </Dialog>
  )
}
