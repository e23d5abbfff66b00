"use client"

import { useTranslations } from "next-intl"
import { v4 } from "uuid"
import type { AnswerSaver } from "@/components/quiz/sitting/answer-saver"
import { isGiven, type QuestionState } from "@/components/quiz/sitting/question-state"
import type { SavingPlace } from "@/components/quiz/sitting/sitting-props"
import { Button } from "@/components/ui/button"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"

type SubmitQuizProps = { saver: AnswerSaver; saving: SavingPlace | null; questions: readonly QuestionState[] }

/**
 * Hands in, once: everything is saved first, and the same key goes with every repetition, over reloads too. What was not
 * answered is named before.
 */
export function SubmitQuiz({ saver, saving, questions }: SubmitQuizProps) {
  const words = useTranslations("quiz.submit")
  const given = questions.filter(isGiven)
  const missing = questions.filter((question) => !isGiven(question))
  const half = questions.filter(({ progress }) => progress === "incomplete")
  const submit = async () => {
    if (!saving) return undefined
    const code = await handIn(saver, saving)
    if (code) return { ok: false as const, code, message: words(`failed.${code}`) }
    saver.forget()
    window.location.assign(saving.resultsHref)
    return { ok: true as const, value: null }
  }
  return (
    <ConfirmDialog
      trigger={
        <Button variant="main" disabled={!saving}>
          {words("act", { count: given.length })}
        </Button>
      }
      title={words("title", { count: given.length })}
      confirmLabel={words("act", { count: given.length })}
      variant="main"
      onConfirm={submit}
    >
      <p>{words("final")}</p>
      {missing.length > 0 && (
        <p className="mt-2 text-part">
          {words("missing", { count: missing.length, which: positions(missing) })}
        </p>
      )}
      {half.length > 0 && (
        <p className="mt-2 text-part">{words("half", { count: half.length, which: positions(half) })}</p>
      )}
    </ConfirmDialog>
  )
}

const positions = (questions: readonly QuestionState[]): string =>
  questions.map(({ number }) => number).join(", ")

type Failure = "unsaved" | "signedOut" | "unreachable" | "refused"

async function handIn(saver: AnswerSaver, { attemptId }: SavingPlace): Promise<Failure | null> {
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

/** In a class's worst minute the school asks to come again: done by itself, with the same key, for about half a minute. */
async function post(attemptId: string, triesLeft = 6): Promise<Response> {
  const headers = { "idempotency-key": submitKey(attemptId) }
  const response = await fetch(`/api/attempts/${attemptId}/submit`, { method: "POST", headers })
  if (response.status !== 429 || triesLeft === 0) return response
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
