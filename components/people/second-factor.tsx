"use client"

import { Printer } from "lucide-react"
import { useTranslations } from "next-intl"
import { useEffect, useRef, useState } from "react"
import { CodeField } from "@/components/people/code-field"
import { CopyButton } from "@/components/people/copy-button"
import { PasswordField } from "@/components/people/password-field"
import { ActionForm, type ActionResult } from "@/components/ui/action-form"
import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { SubmitButton } from "@/components/ui/submit-button"

type Action<T> = (input: unknown) => Promise<ActionResult<T>>
type NewSecret = { secret: string; qrCode: string }

type SecondFactorProps = {
  /** Null while it is off; `since` as it is shown. */
  state: { since: string; codesLeft: number } | null
  begin: Action<NewSecret>
  confirm: Action<{ recoveryCodes: string[] }>
  end: Action<null>
  /** Brings the page again, once the recovery codes were seen. */
  onSeen: () => Promise<void>
}

/** A code from an app as the second step of signing in: switched on in three steps, off with password and code. */
export function SecondFactor({ state, begin, confirm, end, onSeen }: SecondFactorProps) {
  const t = useTranslations("people.secondFactor")
  const [made, setMade] = useState<NewSecret | null>(null)
  const [codes, setCodes] = useState<string[] | null>(null)
  if (codes)
    return (
      <RecoveryCodes
        codes={codes}
        onSeen={async () => {
          await onSeen()
          setCodes(null)
          setMade(null)
        }}
      />
    )
  if (state) return <SwitchedOn {...state} end={end} />
  if (made)
    return (
      <ShowSecret made={made} confirm={confirm} onDone={({ recoveryCodes }) => setCodes(recoveryCodes)} />
    )
  return (
    <ActionForm action={begin} onDone={setMade}>
      <p className="text-ink-2">{t("what")}</p>
      <PasswordField name="current" label={t("current")} kind="current" />
      <SubmitButton variant="line" className="justify-self-start">
        {t("begin")}
      </SubmitButton>
    </ActionForm>
  )
}

type ShowSecretProps = Pick<SecondFactorProps, "confirm"> & {
  made: NewSecret
  onDone: (value: { recoveryCodes: string[] }) => void
}

function ShowSecret({ made, confirm, onDone }: ShowSecretProps) {
  const t = useTranslations("people.secondFactor")
  const picture = `data:image/svg+xml,${encodeURIComponent(made.qrCode)}`
  return (
    <ActionForm action={confirm} onDone={onDone}>
      <p>{t("scan")}</p>
      {/* biome-ignore lint/performance/noImgElement: there is nothing to fetch or to resize. */}
      <img src={picture} alt={t("qrCode")} width={196} height={196} className="rounded-corner bg-white" />
      <div>
        <p className="text-13 text-ink-2">{t("typeInstead")}</p>
        <p className="flex flex-wrap items-center gap-x-3">
          <code data-factor-secret className="break-all font-semibold">
            {made.secret.replace(/(.{4})(?=.)/g, "$1 ")}
          </code>
          <CopyButton text={made.secret} label={t("copy")} doneLabel={t("copied")} />
        </p>
      </div>
      <CodeField label={t("code")} hint={t("codeHint")} />
      <SubmitButton className="justify-self-start">{t("confirm")}</SubmitButton>
    </ActionForm>
  )
}

function RecoveryCodes({ codes, onSeen }: { codes: readonly string[]; onSeen: () => Promise<void> }) {
  const t = useTranslations("people.secondFactor")
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  return (
    <div className="grid gap-4">
      <h3 ref={title} tabIndex={-1} className="font-semibold">
        {t("codesTitle")}
      </h3>
      <Notice kind="warning">{t("codesWhat")}</Notice>
      <ul className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>
            <code data-recovery-code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2 print:hidden">
        <CopyButton text={codes.join("\n")} label={t("copyCodes")} doneLabel={t("copied")} />
        <Button variant="quiet" dense onClick={() => window.print()}>
          <Printer aria-hidden />
          {t("print")}
        </Button>
        <Button variant="line" dense onClick={onSeen}>
          {t("codesKept")}
        </Button>
      </div>
    </div>
  )
}

function SwitchedOn({
  since,
  codesLeft,
  end,
}: { since: string; codesLeft: number } & Pick<SecondFactorProps, "end">) {
  const t = useTranslations("people.secondFactor")
  return (
    <>
      <p>{t("on", { since })}</p>
      <p className="text-13 text-ink-2">{t("codesLeft", { count: codesLeft })}</p>
      <details className="mt-3">
        <summary className="link min-h-6 cursor-pointer rounded-mark">{t("end")}</summary>
        <ActionForm action={end} className="mt-3">
          <p className="text-ink-2">{t("endWhat")}</p>
          <PasswordField name="current" label={t("current")} kind="current" />
          <CodeField label={t("code")} hint={t("anyCodeHint")} />
          <SubmitButton variant="line" className="justify-self-start">
            {t("endSubmit")}
          </SubmitButton>
        </ActionForm>
      </details>
    </>
  )
}
