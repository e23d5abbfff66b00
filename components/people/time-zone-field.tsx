"use client"

import { useEffect, useRef } from "react"
import { Select } from "@/components/ui/select"

type TimeZoneFieldProps = {
  label: string
  hint: string
  /** IANA names, in order. */
  zones: readonly string[]
  /** The zone that is set; without it the browser's own is proposed. */
  value?: string
}

/** A zone out of the server's list. */
export function TimeZoneField({ label, hint, zones, value }: TimeZoneFieldProps) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const select = place.current?.querySelector("select")
    const guess = Intl.DateTimeFormat().resolvedOptions().timeZone
    if (!value && select && zones.includes(guess)) select.value = guess
  }, [value, zones])
  const options = zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))
  return (
    <div ref={place}>
      <Select name="timeZone" label={label} hint={hint} options={options} defaultValue={value ?? "UTC"} />
    </div>
  )
}
