import { refuse } from "@/lib/access/refusal"
import { loadViewerByToken } from "@/lib/platform/load-viewer-by-token"
import { runRoute } from "@/lib/platform/run-route"
import { exportResults, exportTables } from "@/lib/results/server/export-results"

type Context = { params: Promise<{ assignmentId: string }> }

const answer = runRoute({
  handle: async ({ request, params, tokenHash }) => {
    const viewer = await loadViewerByToken(tokenHash)
    if (!viewer) return refuse("unauthenticated", "common.signedOut")
    const asked = new URL(request.url).searchParams.get("table") ?? "students"
    const table = exportTables.find((one) => one === asked)
    if (!table) return refuse("invalid", "results.noTable", { field: "table" })
    const file = await exportResults(viewer, { assignmentId: params.assignmentId ?? "", table })
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
