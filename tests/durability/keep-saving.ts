import { call } from "../bench/http-client"
import type { OpenAttempt } from "../bench/saves"

export type Item = { itemId: string; value: unknown }
export type Save = { attemptId: string; itemId: string; saveNumber: number; value: unknown }
/** What the server said it has, by attempt, item and save number. */
export type Acknowledged = Map<string, Save>

type Saving = {
  port: number
  attempts: readonly OpenAttempt[]
  items: readonly Item[]
  saved: Acknowledged
  /** Save numbers rise from here. */
  from: number
  /** From then on the server may answer anything, or nothing. */
  killing: AbortSignal
}

/**
 * Every student saves one answer after the other until the server is gone. What was acknowledged goes into `saved`. While
 * the server lives every save is in order: any other answer throws.
 */
export async function keepSaving(saving: Saving): Promise<void> {
  await Promise.all(saving.attempts.map((attempt) => saveUntilGone(saving, attempt)))
}

async function saveUntilGone(
  { port, items, saved, from, killing }: Saving,
  attempt: OpenAttempt,
): Promise<void> {
  for (let saveNumber = from; ; saveNumber++) {
    const item = items[saveNumber % items.length]
    if (!item) throw new Error("the quiz has no items")
    const value = variant(item.value, saveNumber)
    const save = { attemptId: attempt.attemptId, itemId: item.itemId, saveNumber, value }
    const answer = await send(port, attempt, save)
    if (answer === "acknowledged") saved.set(`${save.attemptId} ${save.itemId} ${saveNumber}`, save)
    else if (killing.aborted) return
    else throw new Error(`a save was not acknowledged: ${answer}`)
  }
}

// A text can tell one save from the next; a choice is among a few options.
function variant(value: unknown, saveNumber: number): unknown {
  const isText = typeof value === "object" && value !== null && "text" in value
  return isText ? { ...value, text: `answer ${saveNumber}` } : value
}

/** "acknowledged" when the server says that it has this save, else what happened. */
async function send(port: number, attempt: OpenAttempt, save: Save): Promise<string> {
  const { itemId, saveNumber, value } = save
  const path = `/api/attempts/${attempt.attemptId}/responses`
  const json = { responses: [{ itemId, saveNumber, value }] }
  try {
    const reply = await call(port, { method: "PUT", path, cookie: attempt.cookie, json })
    if (reply.status !== 200) return `${reply.status} ${reply.body}`
    const { saved } = JSON.parse(reply.body) as { saved: { itemId: string; saveNumber: number }[] }
    const has = saved.some((one) => one.itemId === itemId && one.saveNumber === saveNumber)
    return has ? "acknowledged" : reply.body
  } catch (error) {
    return String(error)
  }
}
