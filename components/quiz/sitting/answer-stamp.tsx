"use client"

import { useTranslations } from "next-intl"
import type { SavingState } from "@/components/quiz/sitting/answer-saver"
import { Stamp } from "@/components/ui/stamp"
import type { LocalAnswer } from "@/lib/quiz/outbox"

type AnswerStampProps = {
  answer: LocalAnswer | undefined
  state: SavingState
  isStuck: boolean
  shownIn: { timeZone: string; locale: string }
}

/** Where this answer is now: at school since 10:42, on its way, or only on this device. */
export function AnswerStamp({ answer, state, isStuck, shownIn }: AnswerStampProps) {
  const words = useTranslations("quiz.stamp")
  if (!answer || answer.saveNumber === 0 || answer.rival) return null
  if (isStuck) return <Stamp state="failed">{words("stuck")}</Stamp>
  if (answer.savedAt) {
    const at = clockTime(answer.savedAt, shownIn)
    return (
      <Stamp state={answer.late ? "local" : "safe"}>{words(answer.late ? "late" : "saved", { at })}</Stamp>
    )
  }
  if (state === "idle" || state === "sending") return <Stamp state="waiting">{words("saving")}</Stamp>
  return <Stamp state="local">{words(state)}</Stamp>
}

function clockTime(iso: string, { timeZone, locale }: AnswerStampProps["shownIn"]): string {
  const options = { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const
  return new Intl.DateTimeFormat(locale, options).format(new Date(iso))
}
