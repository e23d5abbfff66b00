"use client"

import { useTranslations } from "next-intl"
import { useRef, useState } from "react"
import { BusyButton } from "@/components/reading/busy-button"
import { controlStyle } from "@/components/ui/field-frame"
import { Hang } from "@/components/ui/hang"
import { Notice } from "@/components/ui/notice"
import { RadioGroup } from "@/components/ui/radio-group"
import { ScriptedForm } from "@/components/ui/scripted-form"
import { TextArea } from "@/components/ui/text-area"
import {
  ACCEPTED_FILES,
  type FileFormat,
  formatOfFile,
  isTooLarge,
  MOST_MEGABYTES,
  megabytesOf,
} from "@/lib/reading/file-format"

type Format = "txt" | "md"

type ChooseTextProps = {
  pasted: string
  format: Format
  refusal: string | null
  onRefuse: (refusal: string) => void
  onType: (pasted: string, format: Format) => void
  onRead: (body: Blob, format: FileFormat, pasted: string) => Promise<void>
}

/** The first step: paste a text or choose a file. Nothing is sent but to be read; nothing is saved. */
export function ChooseText({ pasted, format, refusal, onRefuse, onType, onRead }: ChooseTextProps) {
  const t = useTranslations("reading.create")
  const refusals = useTranslations("reading.refusals")
  const [isBusy, setBusy] = useState(false)
  const files = useRef<HTMLInputElement>(null)
  const notice = useRef<HTMLDivElement>(null)
  const refuse = (sentence: string) => {
    onRefuse(sentence)
    requestAnimationFrame(() => notice.current?.focus())
  }
  const read = async () => {
    if (isBusy) return
    const file = files.current?.files?.[0]
    const fileFormat = file ? formatOfFile(file.name) : format
    if (!fileFormat) return refuse(refusals("unsupportedFile"))
    const body = file ?? new Blob([pasted])
    if (isTooLarge(body.size, fileFormat)) {
      const params = { megabytes: megabytesOf(body.size), most: MOST_MEGABYTES[fileFormat] }
      return refuse(
        refusals(file && MOST_MEGABYTES[fileFormat] > 2 ? "documentTooLarge" : "tooLarge", params),
      )
    }
    if (!file && pasted.trim() === "") return refuse(refusals("emptyText"))
    setBusy(true)
    await onRead(body, fileFormat, pasted)
    setBusy(false)
    requestAnimationFrame(() => notice.current?.focus())
  }
  const formats = [
    { value: "txt", label: t("plain") },
    { value: "md", label: t("markdown") },
  ]
  return (
    <ScriptedForm onSend={read} className="grid">
      {refusal && (
        <Notice ref={notice} kind="error" className="mb-5">
          {refusal} {pasted !== "" && t("kept")}
        </Notice>
      )}
      <Hang label={t("paste")} note={t("pasteHint")}>
        <TextArea
          name="text"
          label={t("paste")}
          hideLabel
          optional
          face="read"
          className="[&_textarea]:min-h-72"
          rows={12}
          value={pasted}
          onChange={(event) => onType(event.target.value, format)}
        />
        <RadioGroup
          className="mt-4"
          name="format"
          label={t("format")}
          options={formats}
          value={format}
          onChange={(value) => onType(pasted, value as Format)}
        />
      </Hang>
      <Hang label={<label htmlFor="reading-file">{t("file")}</label>} note={t("fileHint")}>
        <input
          ref={files}
          id="reading-file"
          type="file"
          accept={ACCEPTED_FILES}
          className={`${controlStyle} min-h-target px-3 py-2 file:me-3 file:font-semibold file:text-accent`}
        />
      </Hang>
      <div className="border-rule border-t pt-6 md:ps-[13rem]">
        <BusyButton isBusy={isBusy} busyLabel={t("reading")}>
          {t("read")}
        </BusyButton>
      </div>
    </ScriptedForm>
  )
}
