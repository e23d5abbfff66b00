import { noticeEventsRoute } from "@/app/api/notices/notice-events-route"

export const GET = (request: Request): Promise<Response> => noticeEventsRoute(request, {})
