import "server-only"
import { forbidden, notFound } from "next/navigation"
import { cache } from "react"
import type { Refusal } from "@/lib/access/refusal"
import { now } from "@/lib/platform/clock"
import { requireViewer } from "@/lib/platform/session"
import { loadGradebook } from "@/lib/results/server/load-gradebook"

/** The viewer and the gradebook of the address, once per request. Who may not know of the class finds no page. */
export const openGradebook = cache(async (classId: string) => {
  const viewer = await requireViewer(
    ["teacher", "assistant", "administrator"],
    `/teach/classes/${classId}/gradebook`,
  )
  const at = now()
  const found = await loadGradebook(viewer, classId, at)
  if (!found.ok) return turnAway(found.refusal)
  const { timeZone, locale } = viewer.school
  return { viewer, ...found.value, clock: { timeZone, locale, now: at } }
})

/** The page of a refusal. */
export const turnAway = (refusal: Refusal): never => (refusal.kind === "forbidden" ? forbidden() : notFound())
