import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { type HaltView, haltOf } from "@/lib/discussion/moderation/halt"
import type { NormsView } from "@/lib/discussion/moderation/norms"
import { keptFacts, loadKeptClass } from "@/lib/discussion/server/keeping-place"
import { pool } from "@/lib/platform/database"

/** What holds in all discussions of a class, for its staff. */
export type KeptClassView = {
  norms: NormsView
  helpLine: string | null
  freeze: HaltView | null
  mayFreeze: boolean
  mayEdit: boolean
  /** Students of the class, and how many of them have accepted the norms since everybody was last asked. */
  students: number
  accepted: number
}

const ACCEPTED = `
  SELECT count(*)::int AS students, count(*) FILTER (WHERE EXISTS (
    SELECT 1 FROM "NormsAcceptance" na WHERE na."enrolmentId" = e.id AND na.number >= coalesce((
      SELECT max(n.number) FROM "DiscussionNorms" n WHERE n."classId" = $1 AND n."asksAgain"), 0)))::int AS accepted
  FROM "Enrolment" e WHERE e."classId" = $1 AND e.role = 'student' AND e.state = 'active' AND e."leftAt" IS NULL`

/** For staff of the class. Two trips. */
export async function loadKeptClassView(viewer: Viewer, classId: string): Promise<Decision<KeptClassView>> {
  const kept = await loadKeptClass(viewer, classId)
  if (!kept || !can(viewer, "ledger.see", keptFacts(kept))) return refuse("missing", "discussion.noSuchClass")
  const counts = (await pool().query<{ students: number; accepted: number }>(ACCEPTED, [classId])).rows[0]
  return allow({
    norms: kept.norms,
    helpLine: kept.helpLine,
    freeze: haltOf({ ...kept, lockedAt: null, lockedFor: null }),
    mayFreeze: can(viewer, "class.freeze", keptFacts(kept)),
    mayEdit: can(viewer, "norms.edit", keptFacts(kept)),
    students: counts?.students ?? 0,
    accepted: counts?.accepted ?? 0,
  })
}
