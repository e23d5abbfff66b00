import { refuse } from "@/lib/access/refusal"
import { loadViewerByToken } from "@/lib/platform/load-viewer-by-token"
import { runRoute } from "@/lib/platform/run-route"
import { loadPulse } from "@/lib/results/server/load-pulse"

type Context = { params: Promise<{ assignmentId: string }> }

const answer = runRoute({
  handle: async ({ params, tokenHash }) => {
    const viewer = await loadViewerByToken(tokenHash)
    if (!viewer) return refuse("unauthenticated", "common.signedOut")
    return loadPulse(viewer, params.assignmentId ?? "")
  },
})

export const GET = async (request: Request, context: Context) => answer(request, await context.params)
