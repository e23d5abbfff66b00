"use server"

import { refresh } from "next/cache"
import { refreshing } from "@/lib/platform/refreshing"
import { type ActionResult, runAction } from "@/lib/platform/run-action"
import { applyFixInput, undoFixInput } from "@/lib/results/fixing/fix-input"
import { applyFix, type FixOutcome } from "@/lib/results/server/apply-fix"
import { undoFix } from "@/lib/results/server/undo-fix"

const apply = runAction(applyFixInput, applyFix)

/** Overtaken, it brings the page with a fresh preview. Applied, the page is left for one without any. */
export async function applyFixAction(input: unknown): Promise<ActionResult<FixOutcome>> {
  const result = await apply(input)
  if (result.ok && result.value.outcome === "stale") refresh()
  return result
}

export const undoFixAction = refreshing(runAction(undoFixInput, undoFix))
