"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { OneTimePassword } from "@/components/people/one-time-password"
import { ActionForm, type ActionResult } from "@/components/ui/action-form"
import { Button } from "@/components/ui/button"
import { Dialog, DialogClose } from "@/components/ui/dialog"
import { Field } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import { SubmitButton } from "@/components/ui/submit-button"
import type { SignInSlip } from "@/lib/classroom/sign-in-slip"

type CreatePersonProps = {
  action: (input: unknown) => Promise<ActionResult<SignInSlip>>
  /** For the printed slip. */
  schoolName: string
}

/** A window in which an administrator makes an account, and then sees its one-time password once. */
export function CreatePerson({ action, schoolName }: CreatePersonProps) {
  const t = useTranslations("people.people")
  const reset = useTranslations("people.reset")
  const [open, setOpen] = useState(false)
  const [slip, setSlip] = useState<SignInSlip | null>(null)
  const change = (next: boolean) => {
    setOpen(next)
    setSlip(null)
  }
  return (
    <Dialog
      trigger={
        <Button variant="main" dense>
          {t("add")}
        </Button>
      }
      open={open}
      onOpenChange={change}
      title={slip ? t("made", { name: slip.displayName }) : t("add")}
    >
      {slip ? (
        <>
          <OneTimePassword slip={slip} place={schoolName} />
          <div className="mt-5 flex justify-end">
            <DialogClose asChild>
              <Button variant="main">{reset("close")}</Button>
            </DialogClose>
          </div>
        </>
      ) : (
        <PersonFields action={action} onDone={setSlip} />
      )}
    </Dialog>
  )
}

function PersonFields({
  action,
  onDone,
}: Pick<CreatePersonProps, "action"> & { onDone: (slip: SignInSlip) => void }) {
  const t = useTranslations("people.people")
  const roles = useTranslations("people.roles")
  const options = (["teacher", "assistant", "student", "administrator"] as const).map((value) => ({
    value,
    label: roles(value),
  }))
  return (
    <ActionForm action={action} onDone={onDone} className="gap-4">
      <Field name="displayName" label={t("displayName")} autoComplete="off" maxLength={80} />
      <Select name="role" label={t("newRole")} options={options} />
      <Field
        name="userName"
        label={t("newUserName")}
        hint={t("newUserNameHint")}
        optional
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={40}
      />
      <Field name="email" label={t("email")} type="email" optional autoComplete="off" maxLength={254} />
      <SubmitButton pendingLabel={t("pending")}>{t("submit")}</SubmitButton>
    </ActionForm>
  )
}
