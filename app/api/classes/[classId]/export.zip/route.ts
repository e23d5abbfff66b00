import { refuse } from "@/lib/access/refusal"
import { now } from "@/lib/platform/clock"
import { download } from "@/lib/platform/download"
import { loadViewerByToken } from "@/lib/platform/load-viewer-by-token"
import { runRoute } from "@/lib/platform/run-route"
import { fileName } from "@/lib/results/files/file-name"
import { exportClass } from "@/lib/results/server/export-class"
import { zipStream } from "@/lib/results/server/zip-stream"

type Context = { params: Promise<{ classId: string }> }

/** Everything of a class, as `colloquy export-class` writes it, in one file. */
const answer = runRoute({
  handle: async ({ params, tokenHash }) => {
    const viewer = await loadViewerByToken(tokenHash)
    if (!viewer) return refuse("unauthenticated", "common.signedOut")
    const room = await exportClass(viewer, params.classId ?? "", now())
    if (!room.ok) return room
    return download(fileName([room.value.name], "zip"), zipStream(room.value.files))
  },
})

export const GET = async (request: Request, context: Context) => answer(request, await context.params)
