import { requireTeacher } from "@/app/teach/readings/require-teacher"
import { refuse } from "@/lib/access/refusal"
import { readBounded } from "@/lib/platform/read-bounded"
import { runRoute } from "@/lib/platform/run-route"
import { type FileFormat, MOST_MEGABYTES } from "@/lib/reading/file-format"
import { draftFromFile, refuseOversizeFile } from "@/lib/reading/server/draft-from-file"

const FORMATS: readonly string[] = ["md", "html", "docx"] satisfies FileFormat[]

const draftRoute = runRoute({
  handle: async ({ request, tokenHash }) => {
    const teacher = await requireTeacher(tokenHash)
    if (!teacher.ok) return teacher
    const named = new URL(request.url).searchParams.get("format") ?? ""
    const format = FORMATS.includes(named) ? (named as FileFormat) : "txt"
    const most = MOST_MEGABYTES[format] * 1024 * 1024
    const bytes = await readBounded(request, most)
    if (bytes) return draftFromFile(bytes, format)
    const said = Number(request.headers.get("content-length") ?? most + 1)
    return refuseOversizeFile(said, format) ?? refuse("too-large", "common.tooLarge")
  },
})

/** The bytes of a file or of pasted text -> the draft recognised in them. Saves nothing. `?format=txt|md|html|docx`. */
export const POST = (request: Request): Promise<Response> => draftRoute(request, {})
