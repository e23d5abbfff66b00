"use client"

import { useTranslations } from "next-intl"
import { useState, useTransition } from "react"
import { RosterPreview } from "@/components/people/roster-preview"
import { SlipSheet } from "@/components/people/slip-sheet"
import { ActionForm, type ActionResult } from "@/components/ui/action-form"
import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { SubmitButton } from "@/components/ui/submit-button"
import { TextArea } from "@/components/ui/text-area"
import type { PlannedLine } from "@/lib/classroom/roster-plan"
import type { SignInSlip } from "@/lib/classroom/sign-in-slip"

type Plan = { heading: string | null; lines: PlannedLine[] }
type Added = { slips: SignInSlip[] }

type RosterImporterProps = {
  classId: string
  className: string
  backHref: string
  plan: (input: unknown) => Promise<ActionResult<Plan>>
  add: (input: unknown) => Promise<ActionResult<Added>>
}

/** Three steps on one page: paste a list, see what it would do, get the slips. */
export function RosterImporter({ classId, className, backHref, plan, add }: RosterImporterProps) {
  const t = useTranslations("people.roster")
  const [pasted, setPasted] = useState("")
  const [planned, setPlanned] = useState<Plan | null>(null)
  const [result, setResult] = useState<ActionResult<Added> | null>(null)
  const [pending, start] = useTransition()
  if (result?.ok) {
    const { slips } = result.value
    return (
      <SlipSheet slips={slips} title={t("doneTitle", { count: slips.length })} {...{ className, backHref }} />
    )
  }
  if (!planned)
    return (
      <ActionForm action={plan} values={{ classId }} onDone={setPlanned} className="max-w-form">
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
        <SubmitButton className="justify-self-start" pendingLabel={t("previewing")}>
          {t("preview")}
        </SubmitButton>
      </ActionForm>
    )
  const count = planned.lines.filter(({ outcome }) => outcome === "new").length
  const create = () => {
    if (!pending) start(async () => setResult(await add({ classId, pasted })))
  }
  const back = () => {
    setPlanned(null)
    setResult(null)
  }
  return (
    <div className="grid max-w-narrow gap-5">
      <RosterPreview heading={planned.heading} lines={planned.lines} />
      {result && !result.ok && <Notice kind="error">{result.message}</Notice>}
      <div className="flex flex-wrap gap-3">
        {count > 0 && (
          <Button variant="main" aria-disabled={pending || undefined} onClick={create}>
            {pending ? t("creating") : t("create", { count })}
          </Button>
        )}
        <Button onClick={back}>{t("back")}</Button>
      </div>
    </div>
  )
}
