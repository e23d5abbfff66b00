"use client"

import { CircleAlert } from "lucide-react"
import { useTranslations } from "next-intl"
import { type ReactNode, useId } from "react"
import { cn } from "@/components/ui/cn"
import { useFieldRefusal } from "@/components/ui/form-refusal"

export type FieldFrameProps = {
  name: string
  label: ReactNode
  /** What is asked for, shown before the person types. */
  hint?: ReactNode
  /** What is wrong, in a sentence. A refusal of the surrounding ActionForm shows by itself. */
  error?: string | null
  /** Marks the field as one that may stay empty. */
  optional?: boolean
  /** The label is read out, not shown: only where the surroundings say it. */
  hideLabel?: boolean
  className?: string
}

export type ControlWiring = {
  id: string
  name: string
  "aria-describedby": string | undefined
  "aria-invalid": true | undefined
}

/** Label, hint and error around one control, wired to it. The control takes its wiring as props. */
export function FieldFrame({
  children,
  ...frame
}: FieldFrameProps & { children: (control: ControlWiring) => ReactNode }) {
  const id = useId()
  const refusal = useFieldRefusal(frame.name)
  const error = frame.error ?? refusal
  const describedBy = cn(frame.hint ? `${id}-hint` : null, error ? `${id}-error` : null)
  return (
    <div className={cn("grid gap-1", frame.className)}>
      <FieldLabel id={id} {...frame} />
      {children({
        id,
        name: frame.name,
        "aria-describedby": describedBy || undefined,
        "aria-invalid": error ? true : undefined,
      })}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  )
}

function FieldLabel({ id, label, hint, optional, hideLabel }: FieldFrameProps & { id: string }) {
  const common = useTranslations("common")
  return (
    <div className={cn("grid", hideLabel && "sr-only")}>
      <label htmlFor={id} className="font-semibold">
        {label}
        {optional && <span className="font-normal text-13 text-ink-3"> {common("optional")}</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-13 text-ink-2">
          {hint}
        </p>
      )}
    </div>
  )
}

/** What is wrong with a field: a mark and a sentence. */
export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className="flex gap-1.5 text-13 text-wrong">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>{children}</span>
    </p>
  )
}

/** The look every control shares. */
export const controlStyle = cn(
  "w-full min-w-0 rounded-corner border border-rule-firm bg-raised px-3 text-15 text-ink",
  "focus-visible:outline-offset-1 aria-invalid:border-wrong",
  "disabled:border-rule disabled:bg-recess disabled:text-ink-3 [&[readonly]]:bg-recess",
)
