"use client"

import type { ComponentProps } from "react"
import { cn } from "@/components/ui/cn"
import { controlStyle, FieldFrame, type FieldFrameProps } from "@/components/ui/field-frame"

type TextAreaProps = FieldFrameProps &
  Omit<ComponentProps<"textarea">, keyof FieldFrameProps | "id"> & {
    /** What a person writes to others is set in the reading face; settings and pasted lists are not. */
    face?: "read" | "ui"
  }

/** Several lines of typing under their label; grows with what is typed. */
export function TextArea({
  name,
  label,
  hint,
  error,
  optional,
  hideLabel,
  className,
  face = "ui",
  ...area
}: TextAreaProps) {
  return (
    <FieldFrame {...{ name, label, hint, error, optional, hideLabel, className }}>
      {(control) => (
        <textarea
          rows={3}
          dir="auto"
          required={!optional}
          {...area}
          {...control}
          className={cn(
            controlStyle,
            "field-sizing-content max-h-[60vh] resize-y px-4 py-3",
            face === "read" && "font-read text-17",
          )}
        />
      )}
    </FieldFrame>
  )
}
