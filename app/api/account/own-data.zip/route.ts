import { refuse } from "@/lib/access/refusal"
import { exportOwnData } from "@/lib/classroom/server/keeping/export-person"
import { now } from "@/lib/platform/clock"
import { download } from "@/lib/platform/download"
import { loadViewerByToken } from "@/lib/platform/load-viewer-by-token"
import { runRoute } from "@/lib/platform/run-route"

/** Everything of whoever asks, and of nobody else: the address holds no id. */
const answer = runRoute({
  handle: async ({ tokenHash }) => {
    const viewer = await loadViewerByToken(tokenHash)
    if (!viewer) return refuse("unauthenticated", "common.signedOut")
    const own = await exportOwnData(viewer, now())
    return own.ok ? download("my-data.zip", own.value.zip) : own
  },
})

export const GET = (request: Request) => answer(request, {})
