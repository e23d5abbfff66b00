import { validate } from "uuid"
import { readUpload } from "@/app/teach/library/from-file/lesson-upload"
import { refuse } from "@/lib/access/refusal"
import { importLesson } from "@/lib/lesson/server/import-lesson"
import { now } from "@/lib/platform/clock"
import { runRoute } from "@/lib/platform/run-route"

const saveRoute = runRoute({
  handle: async ({ request, tokenHash }) => {
    const upload = await readUpload(request, tokenHash)
    if (!upload.ok) return upload
    const { viewer, file, query } = upload.value
    const requestId = query.get("request") ?? ""
    if (!validate(requestId)) return refuse("invalid", "lesson.fileAgain")
    return importLesson(viewer, { ...file, requestId, rest: query.get("rest") === "yes" }, now())
  },
})

/**
 * The bytes of a lesson's file -> `{lessonId, slug, plan}`. `?request=` becomes the lesson's id, so that a second press makes
 * no second lesson; `?rest=yes` leaves questions out that cannot be read.
 */
export const POST = (request: Request): Promise<Response> => saveRoute(request, {})
