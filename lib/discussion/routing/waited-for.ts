export type Waited = { unit: "minutes" | "hours" | "days"; count: number }

const MINUTE = 60_000

/** How long something has waited, in the largest unit that it fills; `since` in milliseconds since 1970. */
export function waitedFor(since: number, now: Date): Waited {
  const minutes = Math.max(0, Math.floor((now.getTime() - since) / MINUTE))
  if (minutes < 60) return { unit: "minutes", count: minutes }
  const hours = Math.floor(minutes / 60)
  return hours < 48 ? { unit: "hours", count: hours } : { unit: "days", count: Math.floor(hours / 24) }
}
