import { v4 } from "uuid"
import type { AnswerSaver } from "@/components/quiz/sitting/answer-saver"
import type { SavingPlace } from "@/components/quiz/sitting/sitting-props"

/** Why a quiz is not handed in. */
export type Failure = "unsaved" | "signedOut" | "unreachable" | "refused"

/** Hands in, once everything is saved; repeating does it once. Null: it is handed in. */
export async function handIn(saver: AnswerSaver, { attemptId }: SavingPlace): Promise<Failure | null> {
  if (!(await saver.flush())) {
    const { state } = saver.getSnapshot()
    if (state === "signedOut") return "signedOut"
    // Handed in already, on another device: that is what was wanted.
    if (state === "handedIn") return null
    return "unsaved"
  }
  try {
    const response = await post(attemptId)
    // Settled either way: an attempt that a teacher reopens is handed in under a new key.
    if (response.ok || response.status === 409) forgetSubmitKey(attemptId)
    if (response.ok) return null
    if (response.status === 401) return "signedOut"
    return response.status >= 500 || response.status === 429 ? "unreachable" : "refused"
  } catch {
    return "unreachable"
  }
}

/** In a class's worst minute, or while its disk is full, the school asks to come again: done by itself, with the same key, for about half a minute. */
async function post(attemptId: string, triesLeft = 6): Promise<Response> {
  const headers = { "idempotency-key": submitKey(attemptId) }
  const response = await fetch(`/api/attempts/${attemptId}/submit`, { method: "POST", headers })
  if ((response.status !== 429 && response.status !== 503) || triesLeft === 0) return response
  const seconds = Number(response.headers.get("retry-after")) || 1
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000 * (1 + Math.random())))
  return post(attemptId, triesLeft - 1)
}

/** One key per attempt and tab, so that a reload in the middle repeats instead of asking for something new. */
function submitKey(attemptId: string): string {
  try {
    const key = sessionStorage.getItem(submitKeyName(attemptId)) ?? v4()
    sessionStorage.setItem(submitKeyName(attemptId), key)
    return key
  } catch {
    return v4()
  }
}

function forgetSubmitKey(attemptId: string): void {
  try {
    sessionStorage.removeItem(submitKeyName(attemptId))
  } catch {
    // Nothing was kept either.
  }
}

const submitKeyName = (attemptId: string): string => `colloquy.submit.${attemptId}`
