"use client"

import type { ComponentProps } from "react"
import { cn } from "@/components/ui/cn"
import { controlStyle, FieldFrame, type FieldFrameProps } from "@/components/ui/field-frame"

type LongLineProps = FieldFrameProps &
  Omit<ComponentProps<"textarea">, keyof FieldFrameProps | "id" | "onChange" | "value"> & {
    value: string
    onText: (text: string) => void
    dense?: boolean
  }

/** One line of typing that may be long: all of it is seen, over as many rows as it needs. It holds no line breaks. */
export function LongLine({
  name,
  label,
  hint,
  error,
  optional,
  hideLabel,
  className,
  dense = false,
  onText,
  ...area
}: LongLineProps) {
  return (
    <FieldFrame {...{ name, label, hint, error, optional, hideLabel, className }}>
      {(control) => (
        <textarea
          rows={1}
          dir="auto"
          required={!optional}
          {...area}
          {...control}
          onKeyDown={(event) => {
            if (event.key === "Enter" && !event.nativeEvent.isComposing) event.preventDefault()
          }}
          onChange={(event) => onText(event.target.value.replaceAll(/\s*\n\s*/g, " "))}
          className={cn(
            controlStyle,
            "field-sizing-content resize-none",
            dense ? "min-h-target-dense py-0.5" : "min-h-target py-1.75",
          )}
        />
      )}
    </FieldFrame>
  )
}
