import { refuse } from "@/lib/access/refusal"
import { now } from "@/lib/platform/clock"
import { loadViewerByToken } from "@/lib/platform/load-viewer-by-token"
import { runRoute } from "@/lib/platform/run-route"
import { exportStudent } from "@/lib/results/server/export-student"

type Context = { params: Promise<{ classId: string; enrolmentId: string }> }

const answer = runRoute({
  handle: async ({ params, tokenHash }) => {
    const viewer = await loadViewerByToken(tokenHash)
    if (!viewer) return refuse("unauthenticated", "common.signedOut")
    const { classId = "", enrolmentId = "" } = params
    const file = await exportStudent(viewer, { classId, enrolmentId, now: now() })
    return file.ok ? fileResponse(file.value) : file
  },
})

const fileResponse = ({ name, text }: { name: string; text: string }): Response =>
  new Response(text, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  })

export const GET = async (request: Request, context: Context) => answer(request, await context.params)
