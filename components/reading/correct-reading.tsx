"use client"

import { useTranslations } from "next-intl"
import { type ReactNode, useEffect, useRef, useState } from "react"
import { AboutFields } from "@/components/reading/about-fields"
import { BusyButton } from "@/components/reading/busy-button"
import type { DraftForm } from "@/components/reading/draft-form"
import { TaskFields } from "@/components/reading/task-fields"
import { TextFields } from "@/components/reading/text-fields"
import { Hang } from "@/components/ui/hang"
import { Notice } from "@/components/ui/notice"
import { ScriptedForm } from "@/components/ui/scripted-form"

type CorrectReadingProps = {
  form: DraftForm
  onChange: (form: DraftForm) => void
  onSave: (form: DraftForm) => Promise<void>
  /** Why saving was refused. Everything stays as typed. */
  refusal: string | null
  saveLabel: string
  savingLabel: string
  /** Over the fields: what was noticed. */
  lead?: ReactNode
  /** Beside the act: another way on. */
  aside?: ReactNode
}

/** Every part of a reading as fields: what was recognised, to be corrected before it is saved. */
export function CorrectReading(props: CorrectReadingProps) {
  const { form, onChange, onSave, refusal, saveLabel, savingLabel, lead, aside } = props
  const t = useTranslations("reading.create")
  const [isBusy, setBusy] = useState(false)
  const notice = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (refusal && !isBusy) notice.current?.focus()
  }, [refusal, isBusy])
  const save = async () => {
    if (isBusy) return
    setBusy(true)
    await onSave(form)
    setBusy(false)
  }
  const change = (part: Partial<DraftForm>) => onChange({ ...form, ...part })
  return (
    <ScriptedForm onSend={save} className="grid">
      {lead}
      <Hang label={t("about")} note={t("aboutNote")}>
        <AboutFields form={form} change={change} />
      </Hang>
      <TextFields form={form} change={change} />
      <Hang label={t("tasks")} note={t("tasksNote")}>
        <TaskFields tasks={form.tasks} onChange={(tasks) => change({ tasks })} />
      </Hang>
      <div className="grid gap-4 border-rule border-t pt-6 md:ps-[13rem]">
        {refusal && (
          <Notice ref={notice} kind="error">
            {refusal}
          </Notice>
        )}
        <div className="flex flex-wrap items-center gap-3">
          <BusyButton isBusy={isBusy} busyLabel={savingLabel}>
            {saveLabel}
          </BusyButton>
          {aside}
        </div>
      </div>
    </ScriptedForm>
  )
}
