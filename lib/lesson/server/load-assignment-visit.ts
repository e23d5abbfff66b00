import "server-only"
import { cache } from "react"
import { type AssignmentVisit, visitByToken, visitName } from "@/lib/lesson/server/visit-by-token"
import { now } from "@/lib/platform/clock"
import { sessionTokenHash } from "@/lib/platform/session"
import { handedOver } from "@/lib/platform/telemetry/request-context"

/**
 * Session, enrolment, assignment and the facts of its steps in one statement, once per request. Null when nobody is
 * signed in, the assignment does not exist, or the viewer is not (or no longer) in its class: to them it is missing.
 */
export const loadAssignmentVisit = cache(async (assignmentId: string): Promise<AssignmentVisit | null> => {
  const handed = handedOver<AssignmentVisit>(visitName(assignmentId))
  if (handed) return handed
  const tokenHash = await sessionTokenHash()
  return tokenHash ? visitByToken(tokenHash, assignmentId, now()) : null
})
