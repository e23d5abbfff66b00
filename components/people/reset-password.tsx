"use client"

import { useTranslations } from "next-intl"
import { useState, useTransition } from "react"
import { OneTimePassword } from "@/components/people/one-time-password"
import type { ActionResult } from "@/components/ui/action-form"
import { Button } from "@/components/ui/button"
import { Dialog, DialogClose } from "@/components/ui/dialog"
import { Notice } from "@/components/ui/notice"
import type { SignInSlip } from "@/lib/classroom/sign-in-slip"

type ResetPasswordProps = {
  /** Of whom. */
  name: string
  /** Class or school, for the printed slip. */
  place: string
  action: (input: unknown) => Promise<ActionResult<SignInSlip>>
  input: Record<string, unknown>
}

/** Two presses: this button, and the one that makes the password. Then it is shown, once. */
export function ResetPassword({ name, place, action, input }: ResetPasswordProps) {
  const t = useTranslations("people.reset")
  const [open, setOpen] = useState(false)
  const [result, setResult] = useState<ActionResult<SignInSlip> | null>(null)
  const [pending, start] = useTransition()
  const change = (next: boolean) => {
    setOpen(next)
    setResult(null)
  }
  const make = () => {
    if (!pending) start(async () => setResult(await action(input)))
  }
  const slip = result?.ok ? result.value : null
  return (
    <Dialog
      trigger={
        <Button variant="quiet" dense aria-label={t("named", { name })}>
          {t("open")}
        </Button>
      }
      open={open}
      onOpenChange={change}
      title={slip ? t("done", { name }) : t("title", { name })}
    >
      {slip ? (
        <OneTimePassword slip={slip} place={place} />
      ) : (
        <p className="text-ink-2">{t("what", { name })}</p>
      )}
      {result && !result.ok && (
        <Notice kind="error" className="mt-4">
          {result.message}
        </Notice>
      )}
      <div className="mt-5 flex flex-wrap justify-end gap-2">
        {slip ? (
          <DialogClose asChild>
            <Button variant="main">{t("close")}</Button>
          </DialogClose>
        ) : (
          <Button variant="main" aria-disabled={pending || undefined} onClick={make}>
            {pending ? t("pending") : t("confirm")}
          </Button>
        )}
      </div>
    </Dialog>
  )
}
