import { validate } from "uuid"
import { refuse } from "@/lib/access/refusal"
import { now } from "@/lib/platform/clock"
import { runRoute } from "@/lib/platform/run-route"
import { placeInput } from "@/lib/reading/input"
import { savePlace } from "@/lib/reading/server/save-place"

const savePlaceRoute = runRoute({
  input: placeInput,
  maxBytes: 1024,
  handle: async ({ params, input, tokenHash }) => {
    const assignmentId = params.assignmentId ?? ""
    if (!validate(assignmentId)) return refuse("missing", "reading.noAssignment")
    return savePlace(tokenHash, assignmentId, { place: input, now: now() })
  },
})

type Context = { params: Promise<{ assignmentId: string }> }

/** Keeps a reader's place: `{sentenceId, sentencesRead, openedTerms?}` -> the place as it now stands. */
export const PUT = async (request: Request, { params }: Context): Promise<Response> =>
  savePlaceRoute(request, await params)
