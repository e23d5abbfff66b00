import "server-only"
import { validate } from "uuid"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { openKey } from "@/lib/quiz/item-key"
import { itemTypeOf } from "@/lib/quiz/item-types"
import { type Rubric, rubric } from "@/lib/quiz/rubric"
import {
  buildGrading,
  type GradableItem,
  type Grading,
  type GradingAsked,
} from "@/lib/results/grading/build-grading"
import { loadResultsRow } from "@/lib/results/server/kept-results"
import type { StoredItem } from "@/lib/results/server/store"

/**
 * The answers that only a teacher can grade, one of them open. From the same row as the results, so that it costs no
 * further trip beside them. "missing" to whoever is not in the class, "forbidden" to who may not grade in it.
 */
export async function loadGrading(
  viewer: Viewer,
  assignmentId: string,
  asked: GradingAsked,
): Promise<Decision<Grading>> {
  if (!validate(assignmentId)) return refuse("missing", "results.noAssignment")
  const row = (await loadResultsRow(viewer.userId, assignmentId))?.row
  if (!row) return refuse("missing", "results.noAssignment")
  if (!can(viewer, "results.grade", { classRole: row.classRole }))
    return refuse("forbidden", "results.gradeTeachersOnly")
  const items = row.items.filter(isGradable).map(gradableOf)
  const { considered: answers, students, grading: rules, drafts, gradeReplies: replies } = row
  return allow(buildGrading({ items, answers, students, rules, drafts, replies }, asked))
}

const isGradable = ({ type, level }: StoredItem): boolean =>
  itemTypeOf(type).isGradedByHand && level !== "my_view"

const gradableOf = (item: StoredItem): GradableItem => {
  const { itemId, position, title, prompt, points } = item
  return { itemId, position, title, prompt, points, rubric: rubricOf(item) }
}

function rubricOf({ key }: StoredItem): Rubric | null {
  const opened = key && (openKey(key, "authoring").key as { rubric?: unknown } | null)
  return rubric.safeParse(opened?.rubric).data ?? null
}
