import "server-only"
import { validate } from "uuid"
import { allow, type Decision, type Refusal, refuse } from "@/lib/access/refusal"
import { pool } from "@/lib/platform/database"
import { countSaves } from "@/lib/platform/telemetry/metrics"
import type { SavedResponse } from "@/lib/quiz/input"
import { itemTypeOf } from "@/lib/quiz/item-types"
import { loadAttemptStanding, standingRefusal } from "@/lib/quiz/server/attempt-standing"
import { loadItemVersions, loadPins, loadSentenceIds } from "@/lib/quiz/server/item-cache"
import { runSave, type SaveRow } from "@/lib/quiz/server/save-statement"

/** The contract's answer to a save. */
export type SaveReceipt = {
  saved: { itemId: string; saveNumber: number; savedAt: string }[]
  /** What counts instead, where another save did: a greater number, or the same with another value. */
  conflicts: { itemId: string; saveNumber: number; value: unknown }[]
  late: boolean
  deadlineAt: string | null
}

export type SaveResponsesCall = {
  tokenHash: Buffer
  attemptId: string
  responses: readonly SavedResponse[]
  /** The position come to, where there is no way back. */
  reached?: number
  at?: Date
}

/**
 * Saves answers: shapes against the immutable items in memory, then one statement. Refuses with "unauthenticated",
 * "missing" (not this person's attempt), "forbidden", "conflict" (handed in already) or "invalid" (a value that is no
 * answer to its item); then nothing of the request was kept.
 */
export async function saveResponses(call: SaveResponsesCall): Promise<Decision<SaveReceipt>> {
  const decision = await save(call)
  countSaves(decision.ok ? countsOf(decision.value) : { refused: call.responses.length })
  return decision
}

const countsOf = ({ saved, conflicts, late }: SaveReceipt) => ({
  [late ? "late" : "accepted"]: saved.length,
  conflict: conflicts.length,
})

async function save(call: SaveResponsesCall): Promise<Decision<SaveReceipt>> {
  if (!validate(call.attemptId)) return refuse("missing", "quiz.noSuchAttempt")
  const misfit = await findMisfit(call.attemptId, call.responses)
  if (misfit) return { ok: false, refusal: (await standingOf(call)) ?? misfit }
  if (call.responses.length === 0) {
    const refusal = await standingOf(call)
    if (refusal) return { ok: false, refusal }
  }
  const receipt: SaveReceipt = { saved: [], conflicts: [], late: false, deadlineAt: null }
  for (const responses of inRounds(call.responses)) {
    const row = await runSave({ ...call, responses, at: call.at ?? null })
    if (!row.found || !row.may || row.handedIn) return { ok: false, refusal: await refusalOf(call, row) }
    addTo(receipt, row)
  }
  if (call.reached) await moveOn({ ...call, reached: call.reached })
  return allow(receipt)
}

/** How far the attempt has come, which only grows. An answer that arrives for a place already passed is kept all the same. */
async function moveOn({ attemptId, reached }: SaveResponsesCall & { reached: number }): Promise<void> {
  await pool().query({
    name: "quiz-move-on",
    text: `UPDATE "Attempt" SET reached = $2 WHERE id = $1 AND state = 'open' AND reached < $2`,
    values: [attemptId, reached],
  })
}

/** Nothing is said of an item to somebody whose attempt it is not: their refusal comes first. */
async function standingOf(call: SaveResponsesCall): Promise<Refusal | null> {
  return standingRefusal(await loadAttemptStanding(call.tokenHash, call.attemptId))
}

async function refusalOf(call: SaveResponsesCall, row: SaveRow): Promise<Refusal> {
  if (!row.signedIn) return { kind: "unauthenticated", code: "common.signedOut" }
  if (row.found && row.may) return { kind: "conflict", code: "quiz.alreadySubmitted" }
  return (await standingOf(call)) ?? { kind: "missing", code: "quiz.noSuchAttempt" }
}

async function findMisfit(attemptId: string, responses: readonly SavedResponse[]): Promise<Refusal | null> {
  const pins = await loadPins(attemptId)
  if (!pins) return { kind: "missing", code: "quiz.noSuchAttempt" }
  const [versions, sentenceIds] = await Promise.all([
    loadItemVersions(pins.pins.map(({ itemVersionId }) => itemVersionId)),
    loadSentenceIds(pins.revisionId),
  ])
  const byItem = new Map([...versions.values()].map((version) => [version.itemId, version]))
  for (const [at, { itemId, value }] of responses.entries()) {
    const item = byItem.get(itemId)
    const field = `responses.${at}`
    if (!item) return { kind: "invalid", code: "quiz.noSuchItem", field }
    if (itemTypeOf(item.type).check(item.content, value, sentenceIds) === "invalid")
      return { kind: "invalid", code: "quiz.notAnAnswer", field }
  }
  return null
}

/** Several saves of one item in one request are taken one after the other, as if they had come apart. */
function inRounds(responses: readonly SavedResponse[]): SavedResponse[][] {
  const rounds: SavedResponse[][] = []
  const seen = new Map<string, number>()
  for (const response of responses) {
    const round = seen.get(response.itemId) ?? 0
    seen.set(response.itemId, round + 1)
    rounds[round] = [...(rounds[round] ?? []), response]
  }
  return rounds
}

function addTo(receipt: SaveReceipt, row: SaveRow): void {
  receipt.late = receipt.late || row.late === true
  receipt.deadlineAt = row.deadlineAt?.toISOString() ?? null
  for (const { itemId, saveNumber, same, keptNumber, keptValue, savedAt } of row.outcomes ?? []) {
    if ((same || row.late) && savedAt !== null)
      receipt.saved.push({ itemId, saveNumber, savedAt: new Date(Number(savedAt)).toISOString() })
    else if (keptNumber !== null) receipt.conflicts.push({ itemId, saveNumber: keptNumber, value: keptValue })
  }
}
