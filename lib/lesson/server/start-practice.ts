import "server-only"
import { randomInt } from "node:crypto"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { StartPracticeInput } from "@/lib/lesson/input"
import { dueRecall } from "@/lib/lesson/recall-due"
import { rollingBack } from "@/lib/lesson/server/edit-draft"
import { type OwnResults, ownResults } from "@/lib/lesson/server/own-results"
import { loadScoredItems, lockAttempt, type PracticeKind } from "@/lib/lesson/server/practice-store"
import type { Transaction } from "@/lib/platform/database"
import { newId } from "@/lib/platform/ids"
import { chooseRecall } from "@/lib/quiz/choose-recall"
import { openKey } from "@/lib/quiz/item-key"
import { isMissed, isPractisable } from "@/lib/quiz/missed-items"
import { loadItemVersions } from "@/lib/quiz/server/item-cache"
import { heldKey } from "@/lib/quiz/server/key-store"

export type StartedPractice = { rehearsalId: string }

/**
 * Begins a practice of the student's own released quiz, or goes on with the one that is open: missed items, or a few after
 * weeks. No event tells of it, because nobody but the student is to know. Refuses as `ownResults` does, and with "conflict"
 * where there is nothing to practise, or the recall is not offered now.
 */
export async function startPractice(
  viewer: Viewer,
  { assignmentId, kind }: StartPracticeInput,
  now: Date,
): Promise<Decision<StartedPractice>> {
  return rollingBack(async (tx) => {
    const own = await ownResults(tx, viewer, { assignmentId, permission: "practice.take", now })
    if (!own.ok) return own
    const { attemptId, since } = own.value
    await lockAttempt(tx, attemptId)
    const before = await tx.rehearsal.findMany({ where: { attemptId, kind } })
    const open = before.find(({ endedAt }) => endedAt === null)
    if (open) return allow({ rehearsalId: open.id })
    if (kind !== "retry") {
      const ended = before.length > 0 ? [kind] : []
      if (dueRecall({ since, ended }, now, viewer.school.timeZone) !== kind)
        return refuse("conflict", "quiz.recallNotDue")
    }
    return begin(tx, own.value, { kind, now })
  })
}

async function begin(
  tx: Transaction,
  { attemptId }: OwnResults,
  { kind, now }: { kind: PracticeKind; now: Date },
): Promise<Decision<StartedPractice>> {
  const items = await loadPractisable(tx, attemptId)
  const chosen = kind === "retry" ? items.filter(({ missed }) => missed) : chooseRecall(items, newSeed())
  if (chosen.length === 0) return refuse("conflict", "quiz.nothingToPractise")
  const rehearsalId = newId()
  await tx.rehearsal.create({
    data: { id: rehearsalId, attemptId, kind, startedAt: now },
    select: { id: true },
  })
  await tx.rehearsalAnswer.createMany({
    data: chosen.map(({ itemId }, at) => ({ rehearsalId, position: at + 1, itemId, optionSeed: newSeed() })),
  })
  return allow({ rehearsalId })
}

async function loadPractisable(tx: Transaction, attemptId: string) {
  const rows = await loadScoredItems(tx, attemptId)
  const versions = await loadItemVersions(rows.map(({ itemVersionId }) => itemVersionId))
  return rows.flatMap(({ itemId, itemVersionId, key, numerator, denominator }) => {
    const version = versions.get(itemVersionId)
    if (!version || !key) return []
    if (!isPractisable({ ...version, key: openKey(heldKey(key), "scoring").key })) return []
    const share = numerator === null || denominator === null ? null : { numerator, denominator }
    return [{ itemId, missed: isMissed(share) }]
  })
}

/** Drawn without looking at the item. */
const newSeed = (): number => randomInt(1, 2_147_483_647)
