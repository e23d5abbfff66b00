import "server-only"
import { refresh } from "next/cache"
import type { ActionResult } from "@/lib/platform/run-action"

/** An action whose page shows the change in the same answer. */
export const refreshing =
  <T>(action: (input: unknown) => Promise<ActionResult<T>>) =>
  async (input: unknown): Promise<ActionResult<T>> => {
    const result = await action(input)
    if (result.ok) refresh()
    return result
  }
