"use client"

import { LoaderCircle } from "lucide-react"
import type { ComponentProps, MouseEvent } from "react"
import { useFormStatus } from "react-dom"
import { Button, type ButtonStyle } from "@/components/ui/button"

type SubmitButtonProps = Omit<ComponentProps<"button">, "type"> & ButtonStyle & { pendingLabel?: string }

/** Submits its form, says that it is under way, and ignores a second press meanwhile. Keeps its focus. */
export function SubmitButton({
  variant = "main",
  pendingLabel,
  children,
  onClick,
  ...rest
}: SubmitButtonProps) {
  const { pending } = useFormStatus()
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (pending) event.preventDefault()
    else onClick?.(event)
  }
  return (
    <Button type="submit" variant={variant} aria-disabled={pending || undefined} onClick={press} {...rest}>
      {pending && <LoaderCircle aria-hidden className="animate-spin" />}
      {pending && pendingLabel ? pendingLabel : children}
    </Button>
  )
}
