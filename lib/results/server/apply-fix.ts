import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { database } from "@/lib/platform/database"
import { fingerprintOf, sameFix } from "@/lib/results/fixing/fingerprint"
import type { ApplyFixInput } from "@/lib/results/fixing/fix-input"
import { planFix } from "@/lib/results/fixing/plan-fix"
import { quizScores } from "@/lib/results/fixing/quiz-scores"
import { lastToFix, lockFixRow } from "@/lib/results/server/fix-store"
import { writeBatch } from "@/lib/results/server/write-batch"

/** In milliseconds: a whole school's year may be scored anew. */
export const LONGEST_FIX = { timeout: 30_000 }

/**
 * Applied; or not, because what the preview was worked out of is no more: then with who put something right meanwhile, or null
 * where answers or scores came. Nothing is written then.
 */
export type FixOutcome =
  | { outcome: "applied"; batchId: string; changed: number }
  | { outcome: "stale"; by: string | null }

/**
 * Puts an item right for one assignment, as one batch: everything is worked out again from what is locked, and only done if
 * that is what the preview showed. Refuses with "missing" (not their class, or no such question), "forbidden", and as
 * `planFix` does.
 */
export async function applyFix(
  viewer: Viewer,
  input: ApplyFixInput,
  now: Date,
): Promise<Decision<FixOutcome>> {
  const { assignmentId, itemId, fix, reason, basedOn } = input
  return database().$transaction(async (tx) => {
    const row = await lockFixRow(tx, { userId: viewer.userId, assignmentId, itemId })
    if (!row) return refuse("missing", "results.noAssignment")
    if (!can(viewer, "results.regrade", { classRole: row.results.classRole }))
      return refuse("forbidden", "results.fixTeachersOnly")
    const { facts } = row
    if (!facts) return refuse("missing", "results.fixNoItem")
    const standing = fingerprintOf(facts, quizScores(facts))
    if (standing !== basedOn) {
      const by = sameFix(standing, basedOn) ? null : await lastToFix(tx, assignmentId)
      return allow({ outcome: "stale", by })
    }
    const plan = planFix(facts, fix)
    if (!plan.ok) return plan
    const { before, after, newKey, scorings, lines, possible } = plan.value
    const batchId = await writeBatch(tx, {
      viewer,
      assignmentId,
      classId: row.results.assignment.classId,
      itemId,
      itemVersionId: facts.item.itemVersionId,
      kind: fix.kind,
      reason,
      undoesBatchId: null,
      before,
      after,
      newKey,
      scorings: scorings.map((one) => ({ ...one, byNewKey: true })),
      changes: { lines, possible },
      now,
    })
    return allow({ outcome: "applied", batchId, changed: lines.length })
  }, LONGEST_FIX)
}
