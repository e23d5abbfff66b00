import type { Instrumentation } from "next"

/**
 * An error of a page, which Next shows under its digest: that number is the bug's in the log. The call of an action that
 * cannot be read comes here too, and is none. Next itself is told to be quiet, since it would print the error whole. https://nextjs.org/docs/app/api-reference/file-conventions/instrumentation
 */
export const onRequestError: Instrumentation.onRequestError = async (
  error,
  _,
  { routeType, renderSource },
) => {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { reportBug } = await import("@/lib/platform/log")
    const { noteUnreadable } = await import("@/lib/platform/unreadable-action")
    if (noteUnreadable(error)) return
    const { digest } = error as { digest?: string }
    reportBug(error, renderSource ?? routeType, digest)
  }
}
