import { validate } from "uuid"
import { refuse } from "@/lib/access/refusal"
import { now } from "@/lib/platform/clock"
import { runRoute } from "@/lib/platform/run-route"
import { gradeDraftInput } from "@/lib/results/grading/grading-input"
import { saveGradeDraft } from "@/lib/results/server/save-grade-draft"

const saveDraftRoute = runRoute({
  input: gradeDraftInput,
  maxBytes: 16 * 1024,
  handle: async ({ params, input, tokenHash }) => {
    const assignmentId = params.assignmentId ?? ""
    if (!validate(assignmentId)) return refuse("missing", "results.noAssignment")
    return saveGradeDraft(tokenHash, { assignmentId, draft: input, now: now() })
  },
})

type Context = { params: Promise<{ assignmentId: string }> }

/** Keeps a grade that is being given, as typed -> `{number, savedAt, isKept}`. */
export const PUT = async (request: Request, { params }: Context): Promise<Response> =>
  saveDraftRoute(request, await params)
