import { postAnswerRoute } from "@/app/api/posts/post-routes"

type Context = { params: Promise<{ assignmentId: string; promptId: string }> }

export const POST = async (request: Request, { params }: Context): Promise<Response> =>
  postAnswerRoute(request, await params)
