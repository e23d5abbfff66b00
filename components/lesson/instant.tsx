"use client"

import { useSyncExternalStore } from "react"
import { formatInstant, type ShownIn } from "@/lib/lesson/school-time"

/** What is shown in: the school's zone and language, and the present moment, so that the year may be left out. */
export type Clock = Pick<ShownIn, "timeZone" | "locale"> & { now: Date }

const never = () => () => {}
const deviceTimeZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone
const unknown = () => undefined

/** An exact time in the school's zone; the zone is named once the reader's own clock turns out to show another time. */
export function Instant({ at, clock, long }: { at: Date; clock: Clock; long?: boolean }) {
  const device = useSyncExternalStore(never, deviceTimeZone, unknown)
  return (
    <time dateTime={at.toISOString()}>{formatInstant(at, { ...clock, long, deviceTimeZone: device })}</time>
  )
}
