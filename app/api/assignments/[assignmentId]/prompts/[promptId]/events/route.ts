import { threadEventsRoute } from "@/app/api/assignments/thread-events-route"

type Context = { params: Promise<{ assignmentId: string; promptId: string }> }

export const GET = async (request: Request, { params }: Context): Promise<Response> =>
  threadEventsRoute(request, await params)
