"use client"

import type { ComponentProps } from "react"
import { cn } from "@/components/ui/cn"
import { controlStyle, FieldFrame, type FieldFrameProps } from "@/components/ui/field-frame"

type FieldProps = FieldFrameProps &
  Omit<ComponentProps<"input">, keyof FieldFrameProps | "id"> & { dense?: boolean }

/** One line of typing under its label. */
export function Field({
  name,
  label,
  hint,
  error,
  optional,
  hideLabel,
  className,
  dense = false,
  ...input
}: FieldProps) {
  return (
    <FieldFrame {...{ name, label, hint, error, optional, hideLabel, className }}>
      {(control) => (
        <input
          type="text"
          required={!optional}
          dir={input.type === "password" ? undefined : "auto"}
          {...input}
          {...control}
          className={cn(controlStyle, dense ? "min-h-target-dense" : "min-h-target")}
        />
      )}
    </FieldFrame>
  )
}
