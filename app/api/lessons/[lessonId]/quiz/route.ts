import { refuse } from "@/lib/access/refusal"
import { loadItemsForExport } from "@/lib/lesson/server/export-quiz"
import { loadViewerByToken } from "@/lib/platform/load-viewer-by-token"
import { runRoute } from "@/lib/platform/run-route"
import { EXPORT_FORMATS, type ExportFormat, planQuizExport } from "@/lib/quiz/exchange/plan-export"
import { csvFile } from "@/lib/results/files/csv-file"

type Context = { params: Promise<{ lessonId: string }> }

const FILES: Record<ExportFormat, { name: string; type: string }> = {
  gift: { name: "questions.gift.txt", type: "text/plain; charset=utf-8" },
  "moodle-xml": { name: "questions.xml", type: "application/xml; charset=utf-8" },
  csv: { name: "questions.csv", type: "text/csv; charset=utf-8" },
}

const answer = runRoute({
  handle: async ({ request, params, tokenHash }) => {
    const viewer = await loadViewerByToken(tokenHash)
    if (!viewer) return refuse("unauthenticated", "common.signedOut")
    const asked = new URL(request.url).searchParams.get("format")
    const format = EXPORT_FORMATS.find((one) => one === asked)
    const items = await loadItemsForExport(viewer, params.lessonId ?? "")
    if (!items.ok) return items
    if (!format) return refuse("invalid", "quiz.exportFormat", { field: "format" })
    const { text, rows } = planQuizExport(items.value, format)
    return fileResponse(text ?? csvFile(rows ?? []), FILES[format])
  },
})

const fileResponse = (text: string, { name, type }: { name: string; type: string }): Response =>
  new Response(text, {
    headers: {
      "content-type": type,
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  })

export const GET = async (request: Request, context: Context) => answer(request, await context.params)
