"use client"

import { useTranslations } from "next-intl"
import type { AnswerSaver } from "@/components/quiz/sitting/answer-saver"
import { handIn } from "@/components/quiz/sitting/hand-in"
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
