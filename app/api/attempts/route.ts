import { startAttemptRoute } from "@/app/api/attempts/attempt-routes"

export const POST = (request: Request): Promise<Response> => startAttemptRoute(request, {})
