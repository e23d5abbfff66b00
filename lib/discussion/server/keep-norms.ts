import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { AcceptNormsInput, SaveHelpLineInput, SaveNormsInput } from "@/lib/discussion/input"
import { decideWhy, MAX_WHY } from "@/lib/discussion/moderation/decide-moderation"
import { decideNorms } from "@/lib/discussion/moderation/norms"
import { countVisible } from "@/lib/discussion/posts/visible-text"
import { type KeptClass, keptFacts, loadClassOf, loadKeptClass } from "@/lib/discussion/server/keeping-place"
import { database, type Transaction } from "@/lib/platform/database"
import { appendEvent } from "@/lib/platform/events"

/** A student says that they keep to the norms of the class of an assignment. Saying it twice says it once. */
export async function acceptNorms(
  viewer: Viewer,
  input: AcceptNormsInput,
  now: Date,
): Promise<Decision<null>> {
  const kept = await loadClassOf(viewer, input.assignmentId)
  if (!kept || !can(viewer, "post.see", keptFacts(kept)))
    return refuse("missing", "discussion.noSuchAssignment")
  if (kept.classRole !== "student") return refuse("forbidden", "discussion.normsForStudents")
  // They have read other words than those that stand now.
  if (input.number !== kept.norms.number) return refuse("conflict", "discussion.normsChanged")
  const { enrolmentId, classId } = kept
  await database().$transaction(async (tx) => {
    const row = { enrolmentId, number: input.number, acceptedAt: now }
    const { count } = await tx.normsAcceptance.createMany({ data: [row], skipDuplicates: true })
    const about = { actorId: viewer.userId, classId, data: { number: input.number } }
    if (count > 0) await appendEvent(tx, { kind: "norms.accepted", ...about })
  })
  return allow(null)
}

/** A teacher of the class changes its norms: the next number. With `asksAgain` everybody is asked before their next post. */
export async function saveNorms(viewer: Viewer, input: SaveNormsInput, now: Date): Promise<Decision<null>> {
  const kept = await classToEdit(viewer, input.classId)
  if (!kept.ok) return kept
  const decision = decideNorms(true, input.text, kept.value.norms)
  if (!decision.ok) return decision
  const list = decision.value ?? (input.asksAgain ? kept.value.norms.list : null)
  if (!list) return allow(null)
  const isKept = await keepNumber(viewer, { kept: kept.value, list, asksAgain: input.asksAgain, now })
  return isKept ? allow(null) : refuse("conflict", "discussion.normsChanged")
}

type Change = { kept: KeptClass; list: string[]; asksAgain: boolean; now: Date }

/** False where somebody else has changed them meanwhile. */
async function keepNumber(viewer: Viewer, { kept, list, asksAgain, now }: Change): Promise<boolean> {
  const { classId } = kept
  const number = kept.norms.number + 1
  return database().$transaction(async (tx) => {
    const row = { classId, number, list, asksAgain, createdById: viewer.userId, createdAt: now }
    const { count } = await tx.discussionNorms.createMany({ data: [row], skipDuplicates: true })
    if (count > 0) await appendNormsEvent(tx, { viewer, classId, number })
    return count > 0
  })
}

const appendNormsEvent = (tx: Transaction, about: { viewer: Viewer; classId: string; number: number }) =>
  appendEvent(tx, {
    kind: "norms.changed",
    actorId: about.viewer.userId,
    classId: about.classId,
    data: { number: about.number },
  })

/** Whom somebody in need can turn to: shown to students beside a report. Empty: nobody is named. */
export async function saveHelpLine(viewer: Viewer, input: SaveHelpLineInput): Promise<Decision<null>> {
  const kept = await classToEdit(viewer, input.classId)
  if (!kept.ok) return kept
  const isEmpty = countVisible(input.helpLine) === 0
  const line = isEmpty ? allow(null) : decideWhy(input.helpLine, { field: "helpLine", max: MAX_WHY })
  if (!line.ok) return line
  await database().$transaction(async (tx) => {
    await tx.class.update({ where: { id: input.classId }, data: { helpLine: line.value } })
    await appendEvent(tx, { kind: "class.helpLineChanged", actorId: viewer.userId, classId: input.classId })
  })
  return allow(null)
}

async function classToEdit(viewer: Viewer, classId: string): Promise<Decision<KeptClass>> {
  const kept = await loadKeptClass(viewer, classId)
  if (!kept) return refuse("missing", "discussion.noSuchClass")
  return can(viewer, "norms.edit", keptFacts(kept))
    ? allow(kept)
    : refuse("forbidden", "discussion.mayNotSetNorms")
}
