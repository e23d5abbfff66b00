import { saveResponsesRoute } from "@/app/api/attempts/attempt-routes"

type Context = { params: Promise<{ attemptId: string }> }

export const PUT = async (request: Request, { params }: Context): Promise<Response> =>
  saveResponsesRoute(request, await params)
