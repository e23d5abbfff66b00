import { submitAttemptRoute } from "@/app/api/attempts/attempt-routes"

type Context = { params: Promise<{ attemptId: string }> }

export const POST = async (request: Request, { params }: Context): Promise<Response> =>
  submitAttemptRoute(request, await params)
