import "server-only"
import { cache } from "react"
import { requireStaff, turnAway } from "@/app/teach/assignments/[assignmentId]/open-results"
import { now } from "@/lib/platform/clock"
import { loadDiscussionProfile } from "@/lib/results/server/load-discussion-profile"

/** The discussion of the address, once per request; the posts of one author (a key, or null) whole. */
export const openDiscussion = cache(async (assignmentId: string, wholeOf: string | null) => {
  const viewer = await requireStaff(assignmentId)
  const loaded = await loadDiscussionProfile(viewer, assignmentId, wholeOf)
  if (!loaded.ok) return turnAway(loaded.refusal)
  const { timeZone, locale } = viewer.school
  return { viewer, ...loaded.value, clock: { timeZone, locale, now: now() } }
})
