"use client"

import { useTranslations } from "next-intl"
import { type Side, sides } from "@/lib/discussion/posts/moves"

type SideChooserProps = { value: Side | null; onChange: (side: Side | null) => void }

/** The side a post declares, if its writer wants to: it brings answers from elsewhere. Never taken from a stance. */
export function SideChooser({ value, onChange }: SideChooserProps) {
  const words = useTranslations("discussion")
  const options = [...sides, null]
  return (
    <fieldset className="flex min-w-0 flex-wrap items-center gap-x-1 text-13 text-ink-2">
      <legend className="me-2 py-1.5 text-13 max-md:w-full md:float-start">{words("composer.side")}</legend>
      {options.map((side) => (
        <label
          key={side ?? "none"}
          className="relative flex min-h-8 items-center border-transparent border-b-2 px-2 has-checked:border-accent has-checked:font-semibold has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-focus pointer-coarse:min-h-11"
        >
          <input
            type="radio"
            name="side"
            checked={side === value}
            onChange={() => onChange(side)}
            className="absolute inset-0 m-0 size-full opacity-0"
          />
          {side ? words(`sides.${side}`) : words("composer.noSide")}
        </label>
      ))}
    </fieldset>
  )
}
