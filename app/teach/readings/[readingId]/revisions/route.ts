import { requireTeacher } from "@/app/teach/readings/require-teacher"
import { now } from "@/lib/platform/clock"
import { runRoute } from "@/lib/platform/run-route"
import { saveRevisionInput } from "@/lib/reading/input"
import { saveRevision } from "@/lib/reading/server/save-revision"

const reviseRoute = runRoute({
  input: saveRevisionInput,
  maxBytes: 6 * 1024 * 1024,
  handle: async ({ input, tokenHash }) => {
    const teacher = await requireTeacher(tokenHash)
    return teacher.ok ? saveRevision(teacher.value, input, now()) : teacher
  },
})

/** A corrected text -> `{readingId, revisionId, number}`. */
export const POST = (request: Request): Promise<Response> => reviseRoute(request, {})
