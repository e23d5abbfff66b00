"use client"

import { useEffect } from "react"
import type { AnswerSaver, SavingState } from "@/components/quiz/sitting/answer-saver"
import { handIn } from "@/components/quiz/sitting/hand-in"
import type { SavingPlace } from "@/components/quiz/sitting/sitting-props"

/** The server's clock may be a little behind the page's: what it calls the end is then past. */
const A_MOMENT = 2_000

type AtEnd = {
  saver: AnswerSaver
  saving: SavingPlace | null
  isOver: boolean
  graceMinutes: number
  state: SavingState
  unsent: number
}

/**
 * Where answers have a time of grace to arrive in, whoever has nothing on its way need not wait for the end of it: the quiz
 * hands itself in, so that results can be looked at. Where this fails the server does it after the grace.
 */
export function useHandInAtEnd({ saver, saving, isOver, graceMinutes, state, unsent }: AtEnd): void {
  const isDue = isOver && graceMinutes > 0 && unsent === 0 && state === "idle"
  useEffect(() => {
    if (!isDue || !saving) return
    const timer = setTimeout(() => void handIn(saver, saving), A_MOMENT)
    return () => clearTimeout(timer)
  }, [isDue, saver, saving])
}
