"use client"

import { ChevronDown } from "lucide-react"
import type { ComponentProps } from "react"
import { cn } from "@/components/ui/cn"
import { controlStyle, FieldFrame, type FieldFrameProps } from "@/components/ui/field-frame"

export type SelectOption = { value: string; label: string; disabled?: boolean }

type SelectProps = FieldFrameProps &
  Omit<ComponentProps<"select">, keyof FieldFrameProps | "id" | "children"> & {
    options: readonly SelectOption[]
    dense?: boolean
  }

/** One choice out of a list too long to lay open. The browser's own, so that it works on every device. */
export function Select(props: SelectProps) {
  const {
    name,
    label,
    hint,
    error,
    optional,
    hideLabel,
    className,
    options,
    dense = false,
    ...select
  } = props
  return (
    <FieldFrame {...{ name, label, hint, error, optional, hideLabel, className }}>
      {(control) => (
        <span className="relative grid">
          <select
            {...select}
            {...control}
            className={cn(
              controlStyle,
              "appearance-none pe-9",
              dense ? "min-h-target-dense" : "min-h-target",
            )}
          >
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled}>
                {option.label}
              </option>
            ))}
          </select>
          <ChevronDown
            aria-hidden
            className="pointer-events-none absolute inset-e-3 top-1/2 size-4 -translate-y-1/2 text-ink-2"
          />
        </span>
      )}
    </FieldFrame>
  )
}
