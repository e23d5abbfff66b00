import { requireTeacher } from "@/app/teach/readings/require-teacher"
import { now } from "@/lib/platform/clock"
import { runRoute } from "@/lib/platform/run-route"
import { importReadingInput } from "@/lib/reading/input"
import { importReading } from "@/lib/reading/server/import-reading"

const saveRoute = runRoute({
  input: importReadingInput,
  // 2 MB of text, escaped as JSON. A server action takes 1 MB only.
  maxBytes: 6 * 1024 * 1024,
  handle: async ({ input, tokenHash }) => {
    const teacher = await requireTeacher(tokenHash)
    return teacher.ok ? importReading(teacher.value, input, now()) : teacher
  },
})

/** A corrected draft -> `{readingId, revisionId, sentences}`. */
export const POST = (request: Request): Promise<Response> => saveRoute(request, {})
