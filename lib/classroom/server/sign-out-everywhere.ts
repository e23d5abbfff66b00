import "server-only"
import { allow, type Decision } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { endSessionsOf } from "@/lib/classroom/server/sessions"
import { database } from "@/lib/platform/database"
import { appendEvent } from "@/lib/platform/events"

/** Ends every session of this person, the one that asks included, at once. */
export async function signOutEverywhere(viewer: Viewer): Promise<Decision<{ devices: number }>> {
  const devices = await database().$transaction(async (tx) => {
    const ended = await endSessionsOf(tx, viewer.userId)
    await appendEvent(tx, {
      kind: "people.signedOutEverywhere",
      actorId: viewer.userId,
      subjectId: viewer.userId,
      data: { devices: ended },
    })
    return ended
  })
  return allow({ devices })
}
