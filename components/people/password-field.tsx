"use client"

import { useTranslations } from "next-intl"
import { type ReactNode, useState } from "react"
import { Checkbox } from "@/components/ui/checkbox"
import { Field } from "@/components/ui/field"

type PasswordFieldProps = {
  name: string
  label: ReactNode
  hint?: ReactNode
  /** A password that is known already, or one that is being chosen: password managers tell them apart. */
  kind: "current" | "new"
}

/** A password that can be looked at while it is typed. */
export function PasswordField({ name, label, hint, kind }: PasswordFieldProps) {
  const t = useTranslations("people.signIn")
  const [shown, setShown] = useState(false)
  return (
    <div className="grid gap-1">
      <Field
        name={name}
        label={label}
        hint={hint}
        type={shown ? "text" : "password"}
        autoComplete={kind === "current" ? "current-password" : "new-password"}
        autoCapitalize="none"
        spellCheck={false}
        maxLength={200}
      />
      <Checkbox
        label={t("showPassword")}
        checked={shown}
        onChange={(event) => setShown(event.target.checked)}
      />
    </div>
  )
}
