import { allow, type Decision, refuse } from "@/lib/access/refusal"
import { instantAt } from "./school-time"

/** Dates as a teacher writes them: local times of the school. */
export type WrittenDates = { opensAt: string; dueAt: string; closesAt: string }

export type AssignmentDates = { opensAt: Date; dueAt: Date; closesAt: Date }

const inOrder = ["opensAt", "dueAt", "closesAt"] as const

/**
 * An assignment opens, then is due, then closes. Says which date stands wrong. A closing time in the past is refused
 * for what is assigned now (`allowPast` is for a teacher who closes something early).
 */
export function decideDates(
  written: WrittenDates,
  timeZone: string,
  { now, allowPast = false }: { now: Date; allowPast?: boolean },
): Decision<AssignmentDates> {
  const read: Partial<AssignmentDates> = {}
  for (const field of inOrder) {
    const met = instantAt(written[field], timeZone, field === "opensAt" ? "earlier" : "later")
    if (!met) return refuse("invalid", "lesson.notATime", { field })
    read[field] = met.instant
  }
  const { opensAt, dueAt, closesAt } = read as AssignmentDates
  if (dueAt <= opensAt) return refuse("invalid", "lesson.dueBeforeOpening", { field: "dueAt" })
  if (closesAt < dueAt) return refuse("invalid", "lesson.closeBeforeDue", { field: "closesAt" })
  if (!allowPast && closesAt <= now) return refuse("invalid", "lesson.closesInThePast", { field: "closesAt" })
  return allow({ opensAt, dueAt, closesAt })
}

export type OwnDates = { dueAt: Date | null; closesAt: Date | null }

/** One student's own dates; null keeps the class's. */
export function decideOwnDates(
  written: { dueAt: string | null; closesAt: string | null },
  classDates: AssignmentDates,
  timeZone: string,
): Decision<OwnDates> {
  const dueAt = written.dueAt ? instantAt(written.dueAt, timeZone) : null
  const closesAt = written.closesAt ? instantAt(written.closesAt, timeZone) : null
  if (written.dueAt && !dueAt) return refuse("invalid", "lesson.notATime", { field: "dueAt" })
  if (written.closesAt && !closesAt) return refuse("invalid", "lesson.notATime", { field: "closesAt" })
  const due = dueAt?.instant ?? classDates.dueAt
  if (due <= classDates.opensAt) return refuse("invalid", "lesson.dueBeforeOpening", { field: "dueAt" })
  if (closesAt && closesAt.instant < due)
    return refuse("invalid", "lesson.closeBeforeDue", { field: "closesAt" })
  return allow({ dueAt: dueAt?.instant ?? null, closesAt: closesAt?.instant ?? null })
}
