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
}

/** Every student saves one answer after the other until the server is gone. What was acknowledged goes into `saved`. */
export async function keepSaving(saving: Saving): Promise<void> {
  await Promise.all(saving.attempts.map((attempt) => saveUntilGone(saving, attempt)))
}

async function saveUntilGone({ port, items, saved, from }: Saving, attempt: OpenAttempt): Promise<void> {
  for (let saveNumber = from; ; saveNumber++) {
    const item = items[saveNumber % items.length]
    if (!item) throw new Error("the quiz has no items")
    const value = variant(item.value, saveNumber)
    const save = { attemptId: attempt.attemptId, itemId: item.itemId, saveNumber, value }
    const acknowledged = await send(port, attempt, save)
    if (acknowledged === null) return
    if (acknowledged) saved.set(`${save.attemptId} ${save.itemId} ${saveNumber}`, save)
  }
}

// A text can tell one save from the next; a choice is among a few options.
function variant(value: unknown, saveNumber: number): unknown {
  const isText = typeof value === "object" && value !== null && "text" in value
  return isText ? { text: `answer ${saveNumber}` } : value
}

/** True when the server says it has this save; null when there is no server any more. */
async function send(port: number, attempt: OpenAttempt, save: Save): Promise<boolean | null> {
  const { itemId, saveNumber, value } = save
  const path = `/api/attempts/${attempt.attemptId}/responses`
  const json = { responses: [{ itemId, saveNumber, value }] }
  try {
    const reply = await call(port, { method: "PUT", path, cookie: attempt.cookie, json })
    if (reply.status !== 200) return false
    const { saved } = JSON.parse(reply.body) as { saved: { itemId: string; saveNumber: number }[] }
    return saved.some((one) => one.itemId === itemId && one.saveNumber === saveNumber)
  } catch {
    return null
  }
}
