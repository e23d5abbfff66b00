"use client"

import { type ReactNode, useState, useTransition } from "react"
import type { ActionResult } from "@/components/ui/action-form"
import { Button, type ButtonStyle } from "@/components/ui/button"

type ActButtonProps = ButtonStyle & {
  action: (input: unknown) => Promise<ActionResult<unknown>>
  input: Record<string, unknown>
  /** Read out in place of what is shown, where many buttons show the same. */
  label?: string
  children: ReactNode
}

/** A button that does one thing on the server, once, and says why where that was refused. */
export function ActButton({ action, input, label, children, ...style }: ActButtonProps) {
  const [pending, start] = useTransition()
  const [refusal, setRefusal] = useState<string | null>(null)
  const press = () => {
    if (pending) return
    start(async () => {
      const result = await action(input)
      setRefusal(result.ok ? null : result.message)
    })
  }
  return (
    <>
      <Button dense {...style} aria-label={label} aria-disabled={pending || undefined} onClick={press}>
        {children}
      </Button>
      {refusal && (
        <p role="alert" className="w-full text-13 text-wrong">
          {refusal}
        </p>
      )}
    </>
  )
}
