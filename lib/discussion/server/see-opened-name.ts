import "server-only"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { OpenedNameInput } from "@/lib/discussion/input"
import { keepOpeningSeen } from "@/lib/discussion/server/alias-store"

/** A student has read that a teacher opened their name; their home says it no more. The thread goes on saying it. */
export async function seeOpenedName(
  viewer: Viewer,
  { revealId }: OpenedNameInput,
  now: Date,
): Promise<Decision<null>> {
  const isOwn = await keepOpeningSeen({ revealId, userId: viewer.userId, now })
  return isOwn ? allow(null) : refuse("missing", "discussion.noSuchOpening")
}
