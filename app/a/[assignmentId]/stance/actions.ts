"use server"

import { redirect } from "next/navigation"
import { type SaveStanceInput, saveMovedByInput, saveStanceInput, searchInput } from "@/lib/discussion/input"
import { loadNameablePosts } from "@/lib/discussion/server/load-nameable-posts"
import { saveMovedBy } from "@/lib/discussion/server/save-moved-by"
import { saveStance } from "@/lib/discussion/server/save-stance"
import { refreshing } from "@/lib/platform/refreshing"
import { runAction } from "@/lib/platform/run-action"
import { storable } from "@/lib/platform/storable"

const keepStanceAction = refreshing(runAction(saveStanceInput, saveStance))

/** Whoever moved since the moment before goes on to what moved them. */
export async function saveStanceAction(input: unknown) {
  const result = await keepStanceAction(input)
  if (result.ok && result.value.moved) redirect(movedHref(saveStanceInput.parse(storable(input))))
  return result
}

const movedHref = ({ assignmentId, moment }: SaveStanceInput): string =>
  `/a/${assignmentId}/${moment === "after_reading" ? "discuss" : "reflect"}?moved=1`

export const saveMovedByAction = refreshing(runAction(saveMovedByInput, saveMovedBy))
export const loadNameablePostsAction = runAction(searchInput, loadNameablePosts)
