import { refuse } from "@/lib/access/refusal"
import { hearThreadInput } from "@/lib/discussion/input"
import { hearThread } from "@/lib/discussion/server/hear-thread"
import { readHeard } from "@/lib/discussion/thread/heard"
import { openEventStream } from "@/lib/platform/event-stream"
import { loadViewerByToken } from "@/lib/platform/load-viewer-by-token"
import { runRoute } from "@/lib/platform/run-route"

/**
 * `GET /api/assignments/{assignmentId}/prompts/{promptId}/events?thread=common&after=12.3`: a stream of
 * `{"seqs": [13, 14], "changed": [2]}`: posts after the twelfth, and posts up to it that were edited, taken back, put back,
 * hidden or shown again after the third such change. A browser that comes back says in Last-Event-ID what it heard last,
 * and is told what it missed. A third part, as in `12.3.frozen`, says what stopped writing when it last heard: where that is
 * otherwise now, the event has a `halt` of "frozen", "locked" or null. Without the part after the point changes are told from now on.
 */
export const threadEventsRoute = runRoute({
  handle: async ({ request, params, tokenHash }) => {
    const viewer = await loadViewerByToken(tokenHash)
    if (!viewer) return refuse("unauthenticated", "common.signedOut")
    const query = new URL(request.url).searchParams
    const asked = query.get("after")
    const thread = query.get("thread") ?? undefined
    const last = readHeard(request.headers.get("last-event-id") ?? asked ?? "0")
    const input = hearThreadInput.safeParse({
      ...params,
      thread,
      after: last?.seq ?? null,
      changes: last?.change,
      halt: last?.halt,
    })
    if (!input.success) return refuse("missing", "discussion.noSuchThread")
    const heard = await hearThread(viewer, input.data)
    if (!heard.ok) return heard
    const stream = openEventStream(heard.value.hearing, heard.value.first)
    return stream ?? refuse("limited", "discussion.tooManyStreams", { params: { seconds: 30 } })
  },
})
