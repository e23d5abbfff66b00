"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { cn } from "@/components/ui/cn"
import { controlStyle } from "@/components/ui/field-frame"

type ShareFieldProps = {
  name: string
  /** What it is the share of: "option A". */
  what: string
  /** In percent, from -100 to 100. */
  percent: number
  onChange: (percent: number) => void
}

/** How much of the points one answer earns, or below zero costs. What is no number yet changes nothing. */
export function ShareField({ name, what, percent, onChange }: ShareFieldProps) {
  const words = useTranslations("quiz.editor")
  const [typed, setTyped] = useState(String(percent))
  const read = percentIn(typed)
  return (
    <label className="flex flex-wrap items-center gap-x-2 text-13 text-ink-2">
      {words("share")}
      <input
        type="text"
        inputMode="text"
        name={name}
        aria-label={words("shareOf", { what })}
        aria-invalid={read === null || undefined}
        autoComplete="off"
        // A share that was set elsewhere, such as by ticking the option, shows at once.
        value={read === null || read === percent ? typed : String(percent)}
        onChange={(event) => {
          setTyped(event.target.value)
          const next = percentIn(event.target.value)
          if (next !== null) onChange(next)
        }}
        className={cn(controlStyle, "min-h-target-dense w-24 text-end")}
      />
      <span aria-hidden>%</span>
    </label>
  )
}

function percentIn(text: string): number | null {
  const plain = text.trim().replace(",", ".").replace("−", "-")
  const percent = Number(plain)
  return plain !== "" && Number.isFinite(percent) && Math.abs(percent) <= 100 ? percent : null
}
