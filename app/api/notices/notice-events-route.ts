import { refuse } from "@/lib/access/refusal"
import { hearNotices } from "@/lib/discussion/server/hear-notices"
import { openEventStream } from "@/lib/platform/event-stream"
import { loadViewerByToken } from "@/lib/platform/load-viewer-by-token"
import { runRoute } from "@/lib/platform/run-route"

/**
 * `GET /api/notices/events`: a stream of `{"unread": 2, "newest": {"id": "31", "kind": "answered"}, "isQuiet": false}`, at
 * once and whenever it changes. Ids of notices are the person's own and open nothing for anybody else.
 */
export const noticeEventsRoute = runRoute({
  handle: async ({ tokenHash }) => {
    const viewer = await loadViewerByToken(tokenHash)
    if (!viewer) return refuse("unauthenticated", "common.signedOut")
    const heard = await hearNotices(viewer)
    if (!heard.ok) return heard
    const stream = openEventStream(heard.value.hearing, heard.value.first)
    return stream ?? refuse("limited", "discussion.tooManyStreams", { params: { seconds: 30 } })
  },
})
