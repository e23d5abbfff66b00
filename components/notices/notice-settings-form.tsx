"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { ActionForm, type ActionResult } from "@/components/ui/action-form"
import { Checkbox } from "@/components/ui/checkbox"
import { Field } from "@/components/ui/field"
import { SubmitButton } from "@/components/ui/submit-button"
import { noticeKinds } from "@/lib/discussion/notices/notice-kinds"
import type { NoticeSettings } from "@/lib/discussion/notices/notice-settings"
import { clockOf } from "@/lib/discussion/notices/quiet-hours"

type NoticeSettingsFormProps = {
  settings: NoticeSettings
  /** Where a mail would go; null: the account has no address. */
  email: string | null
  /** The school has a mail server. */
  hasServer: boolean
  zone: string
  save: (input: unknown) => Promise<ActionResult<null>>
}

/** What somebody is told, in the app and by mail, and when nothing may disturb them. */
export function NoticeSettingsForm({ settings, email, hasServer, zone, save }: NoticeSettingsFormProps) {
  const words = useTranslations("discussion.noticeSettings")
  const { quiet, mutedInApp, mutedByMail, digestAt } = settings
  const [mails, setMails] = useState(settings.mails)
  const why = email === null ? "noAddress" : hasServer ? null : "noServer"
  const time = (minute: number | undefined) => (minute === undefined ? "" : clockOf(minute))
  return (
    <ActionForm action={save} toInput={readSettings} doneMessage={words("saved")} className="gap-8">
      <Kinds name="inApp" legend={words("inAppLegend")} muted={mutedInApp} />
      <section className="grid gap-3">
        <h2 className="font-semibold text-17">{words("mailHeading")}</h2>
        {why && <p className="text-13 text-ink-2">{words(why)}</p>}
        <Checkbox
          name="mails"
          label={words("mails")}
          hint={email === null ? undefined : words("mailsHint", { email })}
          checked={mails}
          onChange={(event) => setMails(event.target.checked)}
        />
        {/* Kept where no mail is wanted: what was chosen comes back with it. */}
        <div hidden={!mails} className="grid gap-3">
          <Kinds name="byMail" legend={words("byMailLegend")} muted={mutedByMail} />
          <Field
            name="digestAt"
            type="time"
            label={words("digestAt")}
            defaultValue={clockOf(digestAt)}
            className="max-w-40"
          />
        </div>
      </section>
      <fieldset className="grid gap-3">
        <legend className="mb-1 font-semibold text-17">{words("quiet")}</legend>
        <p className="text-13 text-ink-2">{words("quietHint", { zone })}</p>
        <div className="flex flex-wrap gap-4">
          <Field
            name="quietFrom"
            type="time"
            optional
            label={words("quietFrom")}
            defaultValue={time(quiet?.from)}
          />
          <Field
            name="quietTo"
            type="time"
            optional
            label={words("quietTo")}
            defaultValue={time(quiet?.to)}
          />
        </div>
      </fieldset>
      <div>
        <SubmitButton>{words("save")}</SubmitButton>
      </div>
    </ActionForm>
  )
}

type KindsProps = { name: "inApp" | "byMail"; legend: string; muted: NoticeSettings["mutedInApp"] }

function Kinds({ name, legend, muted }: KindsProps) {
  const words = useTranslations("discussion.noticeSettings.kinds")
  return (
    <fieldset>
      <legend className={name === "inApp" ? "mb-1 font-semibold text-17" : "sr-only"}>{legend}</legend>
      {noticeKinds.map((kind) => (
        <Checkbox
          key={kind}
          name={name}
          value={kind}
          label={words(kind)}
          defaultChecked={!muted.includes(kind)}
        />
      ))}
    </fieldset>
  )
}

const readSettings = (form: FormData) => ({
  inApp: form.getAll("inApp"),
  byMail: form.getAll("byMail"),
  mails: form.get("mails") !== null,
  digestAt: form.get("digestAt"),
  quietFrom: form.get("quietFrom"),
  quietTo: form.get("quietTo"),
})
