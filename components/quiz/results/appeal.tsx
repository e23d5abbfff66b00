"use client"

import { useTranslations } from "next-intl"
import { useEffect, useRef, useState } from "react"
import { AppealState, type OwnAppealView } from "@/components/quiz/results/appeal-state"
import { ActionForm, type ActionResult } from "@/components/ui/action-form"
import { Button } from "@/components/ui/button"
import { SubmitButton } from "@/components/ui/submit-button"
import { TextArea } from "@/components/ui/text-area"
import { LONGEST_REASON, SHORTEST_REASON } from "@/lib/lesson/appeal-length"

export type AppealAction = (input: unknown) => Promise<ActionResult<unknown>>

type AppealProps = {
  place: { assignmentId: string; itemId: string }
  /** Of the question. */
  position: number
  /** Null where none was sent. */
  appeal: OwnAppealView | null
  actions: { make: AppealAction; withdraw: AppealAction }
}

/** "I think this is wrong": a quiet act, its reason, and then how it stands. The focus follows what has become of it. */
export function Appeal({ place, position, appeal, actions }: AppealProps) {
  const words = useTranslations("quiz.appeal")
  const [isOpen, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const was = useRef(appeal?.state)
  useEffect(() => {
    if (was.current === appeal?.state) return
    was.current = appeal?.state
    setOpen(false)
    box.current?.focus()
  }, [appeal])
  return (
    <div ref={box} tabIndex={-1} className="mt-4 max-w-form print:hidden">
      {appeal ? (
        <AppealState appeal={appeal} withdraw={{ action: actions.withdraw, input: place, position }} />
      ) : isOpen ? (
        <AppealForm place={place} position={position} make={actions.make} onCancel={() => setOpen(false)} />
      ) : (
        <button
          type="button"
          aria-label={words("actOf", { position })}
          className="link min-h-6 text-13"
          onClick={() => setOpen(true)}
        >
          {words("act")}
        </button>
      )}
    </div>
  )
}

type FormProps = Pick<AppealProps, "place" | "position"> & { make: AppealAction; onCancel: () => void }

function AppealForm({ place, position, make, onCancel }: FormProps) {
  const words = useTranslations("quiz.appeal")
  const name = "reason"
  const form = useRef<HTMLDivElement>(null)
  useEffect(() => form.current?.querySelector("textarea")?.focus(), [])
  return (
    <div ref={form}>
      <ActionForm
        noValidate
        action={make}
        className="gap-3"
        toInput={(data) => ({ ...place, reason: data.get(name) ?? "" })}
      >
        <TextArea
          name={name}
          label={words("reason", { position })}
          hint={words("reasonHint", { least: SHORTEST_REASON, most: LONGEST_REASON })}
          rows={3}
        />
        <div className="flex flex-wrap gap-3">
          <SubmitButton variant="line" dense>
            {words("send")}
          </SubmitButton>
          <Button variant="quiet" dense onClick={onCancel}>
            {words("cancel")}
          </Button>
        </div>
      </ActionForm>
    </div>
  )
}
