import { requireTeacher } from "@/app/teach/readings/require-teacher"
import { refusedResponse, runRoute } from "@/lib/platform/run-route"
import { refuseOversize } from "@/lib/reading/decode-bytes"
import { draftFromBytes } from "@/lib/reading/draft-reading"

const draftRoute = runRoute({
  handle: async ({ request, tokenHash }) => {
    const teacher = await requireTeacher(tokenHash)
    if (!teacher.ok) return teacher
    const oversize = refuseOversize(Number(request.headers.get("content-length") ?? 0))
    if (oversize) return refusedResponse(oversize.refusal)
    const format = new URL(request.url).searchParams.get("format") === "md" ? "md" : "txt"
    return draftFromBytes(new Uint8Array(await request.arrayBuffer()), format)
  },
})

/** The bytes of a file or of pasted text -> the draft recognised in them. Saves nothing. `?format=txt|md`. */
export const POST = (request: Request): Promise<Response> => draftRoute(request, {})
