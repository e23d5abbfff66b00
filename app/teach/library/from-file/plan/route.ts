import { readUpload } from "@/app/teach/library/from-file/lesson-upload"
import { planLesson } from "@/lib/lesson/server/import-lesson"
import { runRoute } from "@/lib/platform/run-route"

const planRoute = runRoute({
  handle: async ({ request, tokenHash }) => {
    const upload = await readUpload(request, tokenHash)
    return upload.ok ? planLesson(upload.value.viewer, upload.value.file) : upload
  },
})

/** The bytes of a lesson's file -> what it would bring. Saves nothing. `?name=` is what the file is called. */
export const POST = (request: Request): Promise<Response> => planRoute(request, {})
