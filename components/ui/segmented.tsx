"use client"

import type { ReactNode } from "react"
import { cn } from "@/components/ui/cn"

export type Segment = { value: string; label: ReactNode; ariaLabel?: string }

type SegmentedProps = {
  label: string
  segments: readonly Segment[]
  value: string
  onChange: (value: string) => void
  className?: string
}

/** A few settings side by side, of which one holds. */
export function Segmented({ label, segments, value, onChange, className }: SegmentedProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a legend that these tight places cannot show
    <div
      role="group"
      aria-label={label}
      className={cn(
        "flex divide-x divide-rule overflow-hidden rounded-corner border border-rule-firm text-13",
        className,
      )}
    >
      {segments.map((segment) => (
        <button
          key={segment.value}
          type="button"
          aria-pressed={segment.value === value}
          aria-label={segment.ariaLabel}
          onClick={() => onChange(segment.value)}
          className={cn(
            "min-h-[30px] flex-auto px-2 focus-visible:-outline-offset-2 pointer-coarse:min-h-11",
            "hover:bg-recess aria-pressed:bg-accent-wash aria-pressed:font-semibold aria-pressed:text-accent",
            "aria-pressed:shadow-[inset_0_-2px_0_var(--color-accent)]",
          )}
        >
          {segment.label}
        </button>
      ))}
    </div>
  )
}
