"use client"

import { useTranslations } from "next-intl"
import { useRef, useState } from "react"
import { BusyButton } from "@/components/reading/busy-button"
import { FileField } from "@/components/ui/file-field"
import { Notice } from "@/components/ui/notice"
import { ScriptedForm } from "@/components/ui/scripted-form"

type ChooseLessonFileProps = {
  mostMegabytes: number
  /** Reads the file; answers with why it could not be. */
  onLook: (file: File) => Promise<string | null>
}

/** The first step. What is sent is read and forgotten. */
export function ChooseLessonFile({ mostMegabytes, onLook }: ChooseLessonFileProps) {
  const t = useTranslations("lesson.exchange")
  const form = useRef<HTMLDivElement>(null)
  const notice = useRef<HTMLDivElement>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const refuse = (sentence: string) => {
    setRefusal(sentence)
    requestAnimationFrame(() => notice.current?.focus())
  }
  const look = async () => {
    if (isBusy) return
    const file = form.current?.querySelector<HTMLInputElement>("input[type=file]")?.files?.[0]
    if (!file) return refuse(t("chooseFile"))
    const megabytes = Math.ceil((file.size / 1024 / 1024) * 10) / 10
    if (megabytes > mostMegabytes) return refuse(t("fileLarge", { megabytes, most: mostMegabytes }))
    setBusy(true)
    const answer = await onLook(file)
    setBusy(false)
    if (answer) refuse(answer)
  }
  return (
    <ScriptedForm onSend={look} className="max-w-form">
      <div ref={form} className="grid gap-5">
        {refusal && (
          <Notice ref={notice} kind="error">
            {refusal}
          </Notice>
        )}
        <FileField
          name="file"
          label={t("file")}
          hint={t("fileHint", { most: mostMegabytes })}
          accept=".json,application/json"
        />
        <div>
          <BusyButton isBusy={isBusy} busyLabel={t("looking")}>
            {t("look")}
          </BusyButton>
        </div>
      </div>
    </ScriptedForm>
  )
}
