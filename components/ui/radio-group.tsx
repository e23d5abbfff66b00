"use client"

import { type ReactNode, useId } from "react"
import { ChoiceMark } from "@/components/ui/choice-mark"
import { cn } from "@/components/ui/cn"
import { FieldError } from "@/components/ui/field-frame"
import { useFieldRefusal } from "@/components/ui/form-refusal"

export type RadioOption = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean }

type RadioGroupProps = {
  name: string
  label: ReactNode
  hint?: ReactNode
  error?: string | null
  options: readonly RadioOption[]
  defaultValue?: string
  value?: string
  onChange?: (value: string) => void
  required?: boolean
  hideLabel?: boolean
  className?: string
}

/** One choice out of a few that are laid open. Arrow keys move within it, as the browser does it. */
export function RadioGroup(props: RadioGroupProps) {
  const { name, label, hint, options, className } = props
  const id = useId()
  const refusal = useFieldRefusal(name)
  const error = props.error ?? refusal
  const describedBy = cn(hint ? `${id}-hint` : null, error ? `${id}-error` : null)
  return (
    <fieldset className={cn("grid gap-1", className)} aria-describedby={describedBy || undefined}>
      <legend className={cn("mb-1 font-semibold", props.hideLabel && "sr-only")}>{label}</legend>
      {hint && (
        <p id={`${id}-hint`} className="text-13 text-ink-2">
          {hint}
        </p>
      )}
      {options.map((option) => (
        <RadioLine key={option.value} group={props} option={option} invalid={Boolean(error)} />
      ))}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </fieldset>
  )
}

function RadioLine({
  group,
  option,
  invalid,
}: {
  group: RadioGroupProps
  option: RadioOption
  invalid: boolean
}) {
  const id = useId()
  const held =
    group.value === undefined
      ? { defaultChecked: group.defaultValue === option.value }
      : { checked: group.value === option.value }
  return (
    <label htmlFor={id} className="flex min-h-8 items-start gap-3 py-1 pointer-coarse:py-2.5">
      <ChoiceMark
        id={id}
        type="radio"
        name={group.name}
        value={option.value}
        disabled={option.disabled}
        required={group.required}
        aria-invalid={invalid || undefined}
        onChange={() => group.onChange?.(option.value)}
        {...held}
      />
      <span>
        {option.label}
        {option.hint && <span className="block text-13 text-ink-2">{option.hint}</span>}
      </span>
    </label>
  )
}
