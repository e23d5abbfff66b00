import { postReplyRoute } from "@/app/api/posts/post-routes"

type Context = { params: Promise<{ postId: string }> }

export const POST = async (request: Request, { params }: Context): Promise<Response> =>
  postReplyRoute(request, await params)
