"use client"

import { useTranslations } from "next-intl"
import { ActButton } from "@/components/ui/act-button"
import type { ActionResult } from "@/components/ui/action-form"

type StartQuizProps = {
  assignmentId: string
  hasStarted: boolean
  action: (input: unknown) => Promise<ActionResult<unknown>>
}

/** The teacher's word that begins a quiz for the class, and its way back. */
export function StartQuiz({ assignmentId, hasStarted, action }: StartQuizProps) {
  const results = useTranslations("results.starting")
  return (
    <ActButton
      action={action}
      input={{ assignmentId, started: !hasStarted }}
      variant={hasStarted ? "line" : "main"}
    >
      {results(hasStarted ? "hold" : "start")}
    </ActButton>
  )
}
