import { type Outbox, readOutbox } from "@/lib/quiz/outbox"
import { attemptsWaiting, outboxKey } from "@/lib/quiz/outbox-keys"

export type AnswerStorage = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">

/** A browser may forbid storage; pages then work without. */
export function openStorage(): Storage | null {
  try {
    return typeof window === "undefined" ? null : window.localStorage
  } catch {
    return null
  }
}

/** What of this person waits on this device, attempt by attempt. */
export function storedAnswers(
  personId: string,
  storage: AnswerStorage | null = openStorage(),
): { attemptId: string; answers: Outbox }[] {
  if (!storage) return []
  const keys = Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? "")
  return attemptsWaiting(keys, personId).flatMap((attemptId) => {
    const answers = readOutbox(storage.getItem(outboxKey(personId, attemptId)))
    return Object.keys(answers).length > 0 ? [{ attemptId, answers }] : []
  })
}

/** How many answers of this person are on this device only. */
export const countStored = (personId: string, storage?: AnswerStorage | null): number =>
  storedAnswers(personId, storage).reduce((sum, { answers }) => sum + Object.keys(answers).length, 0)

/** Takes what waits of these attempts off this device, because the person said so. */
export function forgetStored(personId: string, attemptIds: readonly string[]): void {
  for (const attemptId of attemptIds) openStorage()?.removeItem(outboxKey(personId, attemptId))
}
