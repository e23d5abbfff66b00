"use client"

import type { ComponentProps } from "react"
import { cn } from "@/components/ui/cn"
import { controlStyle, FieldFrame, type FieldFrameProps } from "@/components/ui/field-frame"

type FileFieldProps = FieldFrameProps & Pick<ComponentProps<"input">, "accept">

/** One file to be chosen, under its label. */
export function FileField({
  name,
  label,
  hint,
  error,
  optional,
  hideLabel,
  className,
  accept,
}: FileFieldProps) {
  return (
    <FieldFrame {...{ name, label, hint, error, optional, hideLabel, className }}>
      {(control) => (
        <input
          type="file"
          required={!optional}
          accept={accept}
          {...control}
          className={cn(controlStyle, "min-h-target px-3 py-2 file:me-3 file:font-semibold file:text-accent")}
        />
      )}
    </FieldFrame>
  )
}
