import "server-only"
import { refresh } from "next/cache"
import type { ActionResult } from "@/lib/platform/run-action"

/**
 * An action whose answer brings the page again as it now stands. A browser's own `router.refresh()` is not used: on pages
 * that stream, Next's production build now and then asks for nothing, or drops a change of page that is under way.
 */
export const refreshing =
  <T>(action: (input: unknown) => Promise<ActionResult<T>>) =>
  async (input: unknown): Promise<ActionResult<T>> => {
    const result = await action(input)
    if (result.ok) refresh()
    return result
  }
