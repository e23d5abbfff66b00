import { requireTeacher } from "@/app/teach/readings/require-teacher"
import { refusedResponse, runRoute } from "@/lib/platform/run-route"
import type { FileFormat } from "@/lib/reading/file-format"
import { draftFromFile, refuseOversizeFile } from "@/lib/reading/server/draft-from-file"

const FORMATS: readonly string[] = ["md", "html", "docx"] satisfies FileFormat[]

const draftRoute = runRoute({
  handle: async ({ request, tokenHash }) => {
    const teacher = await requireTeacher(tokenHash)
    if (!teacher.ok) return teacher
    const named = new URL(request.url).searchParams.get("format") ?? ""
    const format = FORMATS.includes(named) ? (named as FileFormat) : "txt"
    const oversize = refuseOversizeFile(Number(request.headers.get("content-length") ?? 0), format)
    if (oversize) return refusedResponse(oversize.refusal)
    return draftFromFile(new Uint8Array(await request.arrayBuffer()), format)
  },
})

/** The bytes of a file or of pasted text -> the draft recognised in them. Saves nothing. `?format=txt|md|html|docx`. */
export const POST = (request: Request): Promise<Response> => draftRoute(request, {})
