import { threadEventsRoute } from "@/app/api/assignments/thread-events-route"
import { saveResponsesRoute, startAttemptRoute, submitAttemptRoute } from "@/app/api/attempts/attempt-routes"
import { noticeEventsRoute } from "@/app/api/notices/notice-events-route"
import { postAnswerRoute, postReplyRoute } from "@/app/api/posts/post-routes"
import type { FastRoute } from "@/lib/platform/front-server"

/**
 * What the front server answers itself, before Next: the routes a whole class presses at once. The files under app/api
 * export the same functions, so that both doors do the same.
 */
export const fastRoutes: readonly FastRoute[] = [
  {
    method: "PUT",
    pattern: /^\/api\/attempts\/(?<attemptId>[^/]+)\/responses$/,
    handler: saveResponsesRoute,
  },
  { method: "POST", pattern: /^\/api\/attempts\/(?<attemptId>[^/]+)\/submit$/, handler: submitAttemptRoute },
  { method: "POST", pattern: /^\/api\/attempts$/, handler: startAttemptRoute },
  {
    method: "GET",
    pattern: /^\/api\/assignments\/(?<assignmentId>[^/]+)\/prompts\/(?<promptId>[^/]+)\/events$/,
    handler: threadEventsRoute,
  },
  { method: "POST", pattern: /^\/api\/posts\/(?<postId>[^/]+)\/replies$/, handler: postReplyRoute },
  {
    method: "POST",
    pattern: /^\/api\/assignments\/(?<assignmentId>[^/]+)\/prompts\/(?<promptId>[^/]+)\/posts$/,
    handler: postAnswerRoute,
  },
  { method: "GET", pattern: /^\/api\/notices\/events$/, handler: noticeEventsRoute },
]
