import { database } from "@/lib/platform/database"
import { compare, type Fraction } from "@/lib/quiz/fraction"
import { minus } from "@/lib/results/fixing/compare-scores"
import type { ApplyFixInput, Fix } from "@/lib/results/fixing/fix-input"
import { sumExactly } from "@/lib/results/fixing/sum-exactly"
import { applyFix } from "@/lib/results/server/apply-fix"
import { loadFixing } from "@/lib/results/server/load-fixing"
import { loadResults } from "@/lib/results/server/load-results"
import { undoFix } from "@/lib/results/server/undo-fix"
import { viewerFor } from "@/tests/support/factories"
import type { Quiz } from "@/tests/support/factories-quiz"

/** The acts of a teacher on one item of a quiz. */
export function fixingOf(quiz: Quiz, item: number) {
  const place = { assignmentId: quiz.assignment.id, itemId: quiz.items[item]?.itemId ?? "" }
  const teacher = () => viewerFor(quiz.teacher)
  const look = async (fix: Fix | null = null) => {
    const fixing = await loadFixing(await teacher(), { ...place, fix })
    if (!fixing.ok) throw new Error(fixing.refusal.code)
    return fixing.value
  }
  const preview = async (fix: Fix) => {
    const { preview: shown, refusal } = await look(fix)
    if (!shown) throw new Error(refusal?.code ?? "No preview")
    return shown
  }
  const apply = async (fix: Fix, basedOn: string, over: Partial<ApplyFixInput> = {}) =>
    applyFix(await teacher(), { ...place, fix, reason: "", basedOn, ...over }, new Date())
  /** Looked at, and applied as it was shown. */
  const applied = async (fix: Fix) => {
    const shown = await preview(fix)
    const outcome = await apply(fix, shown.basedOn)
    if (!outcome.ok || outcome.value.outcome !== "applied") throw new Error(JSON.stringify(outcome))
    return { shown, batchId: outcome.value.batchId, changed: outcome.value.changed }
  }
  const undo = async (batchId: string) => undoFix(await teacher(), { ...place, batchId }, new Date())
  return { place, look, preview, apply, applied, undo }
}

/** Every student's score of the quiz, by enrolment, as the grid has it. */
export async function gridScores(quiz: Quiz): Promise<Map<string, Fraction>> {
  const results = await loadResults(await viewerFor(quiz.teacher), quiz.assignment.id)
  if (!results.ok) throw new Error(results.refusal.code)
  return new Map(results.value.grid.rows.map((row) => [row.student.enrolmentId, row.quiz.score]))
}

/** The difference of two grids, added up, and how many students differ. */
export function differenceOf(before: Map<string, Fraction>, after: Map<string, Fraction>) {
  const ids = [...before.keys()].filter(
    (id) => compare(before.get(id) as Fraction, after.get(id) as Fraction) !== 0,
  )
  const total = sumExactly(
    ids.flatMap((id) => [after.get(id) as Fraction, minus(before.get(id) as Fraction)]),
  )
  return { students: ids.length, total }
}

/** The newest scoring of each attempt and item, without what names the row itself. */
export const standingScores = (assignmentId: string) =>
  database().$queryRaw<unknown[]>`
    SELECT DISTINCT ON (s."attemptId", s."itemId") s."attemptId", s."itemId", s."saveNumber", s.numerator, s.denominator,
      s.finding
    FROM "Scoring" s JOIN "Attempt" t ON t.id = s."attemptId" WHERE t."assignmentId" = ${assignmentId}::uuid
    ORDER BY s."attemptId", s."itemId", s.id DESC`
