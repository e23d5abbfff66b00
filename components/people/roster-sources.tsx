"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { ActionForm, type ActionResult } from "@/components/ui/action-form"
import { FileField } from "@/components/ui/file-field"
import { SubmitButton } from "@/components/ui/submit-button"
import { Tabs } from "@/components/ui/tabs"
import { TextArea } from "@/components/ui/text-area"
import { ROSTER_BYTES_MAX } from "@/lib/classroom/decode-table"
import type { PlannedLine } from "@/lib/classroom/roster-plan"

export type Plan = { heading: string | null; lines: PlannedLine[]; seal: string }

/** A list as it was given: what is planned with it is also what is carried out. */
export type Source = { kind: "pasted"; pasted: string } | { kind: "file"; file: File }

type Planning = (input: unknown) => Promise<ActionResult<Plan>>

type RosterSourcesProps = {
  classId: string
  /** What was given before, when somebody comes back from looking at it. */
  last: Source | null
  plan: Planning
  planFile: Planning
  onPlanned: (plan: Plan, source: Source) => void
}

/** Two ways to hand a list over: paste it, or choose a file. */
export function RosterSources(props: RosterSourcesProps) {
  const t = useTranslations("people.roster")
  const tabs = [
    { value: "pasted", label: t("fromPaste"), content: <PasteForm {...props} /> },
    { value: "file", label: t("fromFile"), content: <FileForm {...props} /> },
  ]
  return <Tabs label={t("sources")} tabs={tabs} defaultValue={props.last?.kind ?? "pasted"} />
}

function PasteForm({ classId, last, plan, onPlanned }: RosterSourcesProps) {
  const t = useTranslations("people.roster")
  const [pasted, setPasted] = useState(last?.kind === "pasted" ? last.pasted : "")
  return (
    <ActionForm
      action={plan}
      values={{ classId }}
      onDone={(value) => onPlanned(value, { kind: "pasted", pasted })}
      className="max-w-form"
    >
      <TextArea
        name="pasted"
        label={t("label")}
        hint={t("hint")}
        placeholder={t("example")}
        style={{ minBlockSize: "16rem" }}
        value={pasted}
        onChange={(event) => setPasted(event.target.value)}
        spellCheck={false}
        autoComplete="off"
      />
      <LookButton />
    </ActionForm>
  )
}

function FileForm({ classId, last, planFile, onPlanned }: RosterSourcesProps) {
  const t = useTranslations("people.roster")
  const [before] = useState(last?.kind === "file" ? last.file : null)
  const [chosen, setChosen] = useState<File | null>(before)
  const toInput = (form: FormData) => {
    const given = form.get("file")
    const file = given instanceof File && given.name !== "" ? given : before
    setChosen(file)
    return { classId, file }
  }
  // Next answers a body that is too long with an error page, so such a file is not even sent.
  const tooLarge = (input: unknown) => {
    const { file } = input as { file: File | null }
    if (!file || file.size <= ROSTER_BYTES_MAX) return null
    const sizes = { kilobytes: Math.ceil(file.size / 1000), maximum: ROSTER_BYTES_MAX / 1000 }
    return {
      ok: false as const,
      code: "people.rosterFileLarge",
      message: t("fileLarge", sizes),
      field: "file",
    }
  }
  return (
    <ActionForm
      action={async (input) => tooLarge(input) ?? planFile(input)}
      toInput={toInput}
      onDone={(value) => chosen && onPlanned(value, { kind: "file", file: chosen })}
      className="max-w-form"
    >
      <FileField
        name="file"
        label={t("file")}
        hint={before ? t("fileChosen", { name: before.name }) : t("fileHint")}
        optional={before !== null}
        accept=".csv,.tsv,.txt,.xlsx,text/csv,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
      />
      <LookButton />
    </ActionForm>
  )
}

function LookButton() {
  const t = useTranslations("people.roster")
  return (
    <SubmitButton className="justify-self-start" pendingLabel={t("previewing")}>
      {t("preview")}
    </SubmitButton>
  )
}
