import "server-only"
import { validate } from "uuid"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, type Refusal, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { analyseItems, type ItemAnalysis } from "@/lib/results/analysis/analyse-items"
import type { Fix } from "@/lib/results/fixing/fix-input"
import { fixesFor, type OfferedFixes } from "@/lib/results/fixing/fixes-for"
import { buildHistory, type HistoryLine } from "@/lib/results/fixing/history"
import { type FixPlan, planFix } from "@/lib/results/fixing/plan-fix"
import { type FixRow, loadFixRow } from "@/lib/results/server/fix-store"
import { itemFactsOf, type ResultsAssignment } from "@/lib/results/server/store"

/** Without the key: a class instance that no page may be handed. */
export type FixPreview = Omit<FixPlan, "newKey" | "scorings"> & {
  /** Names of students who keep what a teacher gave them. */
  keptNames: string[]
  openAttempts: number
}

export type Fixing = {
  assignment: ResultsAssignment
  item: NonNullable<FixRow["facts"]>["item"]
  /** How it was answered. */
  analysis: ItemAnalysis
  offered: OfferedFixes
  history: HistoryLine[]
  /** Null for who only looks, and while nothing is chosen. */
  preview: FixPreview | null
  refusal: Refusal | null
  mayFix: boolean
  /** Null for who may not edit the lesson. */
  lessonId: string | null
}

type Asked = { assignmentId: string; itemId: string; fix: Fix | null }

/**
 * One item of an assignment: what can be put right, what was, and what the asked fix would come to. Writes nothing.
 * "missing" to whoever is not in the class or where there is no such question, "forbidden" to its students.
 */
export async function loadFixing(
  viewer: Viewer,
  { assignmentId, itemId, fix }: Asked,
): Promise<Decision<Fixing>> {
  if (!validate(assignmentId) || !validate(itemId)) return refuse("missing", "results.noAssignment")
  const row = await loadFixRow({ userId: viewer.userId, assignmentId, itemId })
  if (!row) return refuse("missing", "results.noAssignment")
  const role = { classRole: row.results.classRole }
  if (!can(viewer, "results.see", role)) return refuse("forbidden", "results.staffOnly")
  const { facts, lesson, batches, results } = row
  if (!facts) return refuse("missing", "results.fixNoItem")
  const mayFix = can(viewer, "results.regrade", role)
  const planned = mayFix && fix ? planFix(facts, fix) : null
  const mayEdit = can(viewer, "lesson.edit", { isOwner: lesson.isOwn })
  return allow({
    assignment: results.assignment,
    item: facts.item,
    analysis: analysisOf(row, facts.item.itemId),
    offered: fixesFor(facts.item, facts.items),
    history: buildHistory(batches),
    preview: planned?.ok ? previewOf(planned.value, facts) : null,
    refusal: planned && !planned.ok ? planned.refusal : null,
    mayFix,
    lessonId: mayEdit ? lesson.lessonId : null,
  })
}

function analysisOf({ results }: FixRow, itemId: string): ItemAnalysis {
  const stored = results.items.filter((item) => item.itemId === itemId)
  const finished = results.students.filter(
    ({ attempt, hasLeft }) => attempt?.state === "submitted" && !hasLeft,
  )
  const finishers = finished.map(({ enrolmentId, attempt }) => ({
    enrolmentId,
    itemIds: attempt?.itemIds ?? null,
  }))
  return analyseItems(stored.map(itemFactsOf), results.answers, finishers)[0] as ItemAnalysis
}

function previewOf(plan: FixPlan, { students, openAttempts }: NonNullable<FixRow["facts"]>): FixPreview {
  const { newKey: _, scorings: __, ...shown } = plan
  const kept = new Set(plan.kept)
  const keptNames = students
    .filter(({ enrolmentId }) => kept.has(enrolmentId))
    .map(({ displayName }) => displayName)
  return { ...shown, keptNames, openAttempts }
}
