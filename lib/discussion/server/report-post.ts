import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { ReportPostInput } from "@/lib/discussion/input"
import { decideReport } from "@/lib/discussion/moderation/decide-moderation"
import type { ReportKind } from "@/lib/discussion/moderation/rules-of-acts"
import { eventAbout, loadPostPlace, type PostPlace } from "@/lib/discussion/server/load-post-place"
import { factsOf } from "@/lib/discussion/server/place"
import { database } from "@/lib/platform/database"
import { appendEvent, type EventRecord } from "@/lib/platform/events"
import { newId } from "@/lib/platform/ids"

/** A student tells the staff of the class that something is wrong with a post. Nobody is shown by whom. */
export async function reportPost(viewer: Viewer, input: ReportPostInput, now: Date): Promise<Decision<null>> {
  const place = await loadPostPlace(viewer, input.postId)
  if (!place) return refuse("missing", "discussion.noSuchPost")
  const kind = input.kind ?? "other"
  const mayReport = can(viewer, "post.report", factsOf(place))
  const decision = decideReport({ ...place, mayReport }, kind, input.reason)
  if (!decision.ok) return decision
  if (decision.value !== null) await keepReport(place, { kind, reason: decision.value, now })
  return allow(null)
}

type Report = { kind: ReportKind; reason: string; now: Date }

/** Pressed twice at once: the table's unique index lets one in, and only that one is an event. */
async function keepReport(place: PostPlace, { kind, reason, now }: Report): Promise<void> {
  const { postId, enrolmentId, seq } = place
  await database().$transaction(async (tx) => {
    // A worry takes the place of what the same student reported before, and asks for an answer anew.
    const count = await tx.$executeRaw`
      INSERT INTO "PostReport" (id, "postId", "enrolmentId", kind, reason, "createdAt")
      VALUES (${newId()}::uuid, ${postId}::uuid, ${enrolmentId}::uuid, ${kind}::"ReportKind", ${reason}, ${now})
      ON CONFLICT ("postId", "enrolmentId") DO UPDATE
      SET kind = excluded.kind, reason = excluded.reason, "createdAt" = excluded."createdAt",
          "resolvedAt" = NULL, "resolvedById" = NULL
      WHERE excluded.kind = 'worried' AND "PostReport".kind <> 'worried'`
    const data: EventRecord["data"] = kind === "worried" ? { seq, worried: true } : { seq }
    // The log of events is read by staff, one of whom may be reported: no actor stands in it.
    if (count > 0) await appendEvent(tx, { kind: "post.reported", ...eventAbout(place), data })
  })
}
