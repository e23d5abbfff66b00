import "server-only"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { AnswerPracticeInput } from "@/lib/lesson/input"
import { rollingBack } from "@/lib/lesson/server/edit-draft"
import { type OwnResults, ownResults } from "@/lib/lesson/server/own-results"
import { loadPracticeItem, lockPractice, type PracticeItem } from "@/lib/lesson/server/practice-store"
import type { Transaction } from "@/lib/platform/database"
import type { Prisma } from "@/lib/platform/generated/client"
import type { ItemResult } from "@/lib/quiz/build-results"
import { practiceResult, scorePractice } from "@/lib/quiz/check-practice"
import { itemTypeOf } from "@/lib/quiz/item-types"
import { presentItem, type StoredItem } from "@/lib/quiz/public-item"
import { loadItemVersions, loadSentenceIds } from "@/lib/quiz/server/item-cache"
import { heldKey } from "@/lib/quiz/server/key-store"

/** What is answered in a practice, once it is stored: now the item may be known. */
export type CheckedAnswer = { position: number; result: ItemResult }

/**
 * Stores and checks one answer of a practice. Each place is answered once: a later answer gets what stands. The key is
 * opened after the answer is stored, in the same transaction, and by the release alone. Refuses as `ownResults` does, with
 * "missing" (no such practice of theirs), "conflict" (it has ended) or "invalid" (no answer to this item).
 */
export async function answerPractice(
  viewer: Viewer,
  { assignmentId, rehearsalId, position, value }: AnswerPracticeInput,
  now: Date,
): Promise<Decision<CheckedAnswer>> {
  return rollingBack(async (tx) => {
    const own = await ownResults(tx, viewer, { assignmentId, permission: "practice.take", now })
    if (!own.ok) return own
    const { enrolmentId } = own.value
    const practice = await lockPractice(tx, { rehearsalId, enrolmentId, assignmentId })
    const place = practice && (await loadPracticeItem(tx, rehearsalId, position))
    const version = place && (await loadItemVersions([place.itemVersionId])).get(place.itemVersionId)
    if (!practice || !place || !version) return refuse("missing", "quiz.noSuchPractice")
    if (!place.answeredAt && practice.endedAt) return refuse("conflict", "quiz.practiceEnded")
    const answered = place.answeredAt ? place : { ...place, value }
    return check(tx, { own: own.value, rehearsalId, version, place: answered, now })
  })
}

type Check = {
  own: OwnResults
  rehearsalId: string
  version: StoredItem
  place: PracticeItem
  now: Date
}

async function check(
  tx: Transaction,
  { own, rehearsalId, version, place, now }: Check,
): Promise<Decision<CheckedAnswer>> {
  const { position, optionSeed, value } = place
  if (!place.key) return refuse("missing", "quiz.noSuchPractice")
  const key = heldKey(place.key)
  const item = presentItem(version, { position, seed: optionSeed })
  const sentenceIds = await loadSentenceIds(own.revisionId)
  const isInvalid = itemTypeOf(item.type).check(version.content, value, sentenceIds) === "invalid"
  const scored = isInvalid ? null : scorePractice({ item, key, value })
  if (!scored) return refuse("invalid", "quiz.practiceNoAnswer")
  if (!place.answeredAt) await store(tx, { rehearsalId, place, share: scored.share, now })
  return allow({ position, result: practiceResult({ item, key, value, scored }, own.release) })
}

type Stored = Pick<Check, "rehearsalId" | "place" | "now"> & {
  share: { numerator: number; denominator: number }
}

/** With the last answer the practice ends. */
async function store(tx: Transaction, { rehearsalId, place, share, now }: Stored): Promise<void> {
  await tx.rehearsalAnswer.update({
    where: { rehearsalId_position: { rehearsalId, position: place.position } },
    data: { value: place.value as Prisma.InputJsonValue, ...share, answeredAt: now },
    select: { position: true },
  })
  const left = await tx.rehearsalAnswer.count({ where: { rehearsalId, answeredAt: null } })
  if (left === 0)
    await tx.rehearsal.update({ where: { id: rehearsalId }, data: { endedAt: now }, select: { id: true } })
}
