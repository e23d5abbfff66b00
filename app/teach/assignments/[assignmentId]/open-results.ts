import "server-only"
import { forbidden, notFound } from "next/navigation"
import { cache } from "react"
import type { Refusal } from "@/lib/access/refusal"
import { now } from "@/lib/platform/clock"
import { requireViewer } from "@/lib/platform/session"
import { loadResults } from "@/lib/results/server/load-results"

/** The viewer and the results of the address, once per request. Who may not know of the assignment finds no page. */
export const openResults = cache(async (assignmentId: string) => {
  const viewer = await requireStaff(assignmentId)
  const results = await loadResults(viewer, assignmentId)
  if (!results.ok) return turnAway(results.refusal)
  const { timeZone, locale } = viewer.school
  return { viewer, ...results.value, clock: { timeZone, locale, now: now() } }
})

/** Whoever is signed in and works here; students and strangers are led away. */
export const requireStaff = (assignmentId: string) =>
  requireViewer(["teacher", "assistant", "administrator"], `/teach/assignments/${assignmentId}`)

/** The page of a refusal. */
export const turnAway = (refusal: Refusal): never => (refusal.kind === "forbidden" ? forbidden() : notFound())

export type OpenResults = Awaited<ReturnType<typeof openResults>>
