import { refuse } from "@/lib/access/refusal"
import { exportLesson } from "@/lib/lesson/server/export-lesson"
import { loadViewerByToken } from "@/lib/platform/load-viewer-by-token"
import { runRoute } from "@/lib/platform/run-route"

type Context = { params: Promise<{ lessonId: string }> }

const answer = runRoute({
  handle: async ({ params, tokenHash }) => {
    const viewer = await loadViewerByToken(tokenHash)
    if (!viewer) return refuse("unauthenticated", "common.signedOut")
    const exported = await exportLesson(viewer, params.lessonId ?? "")
    return exported.ok ? fileResponse(exported.value) : exported
  },
})

/** The right answers are in it: nothing between school and teacher may keep a copy. */
const fileResponse = ({ text, fileName }: { text: string; fileName: string }): Response =>
  new Response(text, {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="${fileName}"`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  })

/** A whole lesson as one file. */
export const GET = async (request: Request, context: Context) => answer(request, await context.params)
