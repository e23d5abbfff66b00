"use client"

import { Field } from "@/components/ui/field"

/** A code of an authenticator app, or a recovery code: so no keyboard of digits alone. */
export function CodeField({ label, hint }: { label: string; hint: string }) {
  return (
    <Field
      name="code"
      label={label}
      hint={hint}
      autoComplete="one-time-code"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={60}
    />
  )
}
