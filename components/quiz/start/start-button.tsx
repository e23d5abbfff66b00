"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { useTimeLeft } from "@/components/quiz/sitting/use-time-left"
import { requestStart } from "@/components/quiz/start/request-start"
import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"

type StartButtonProps = {
  assignmentId: string
  again: boolean
  /** ISO. The last attempt rests until then; null where it need not. */
  from: string | null
  /** ISO: the server's clock when the page was made. */
  serverNow: string
}

const MINUTE = 60_000

/** Begins the attempt, or goes on with the one that another press or tab began. */
export function StartButton({ assignmentId, again, from, serverNow }: StartButtonProps) {
  const words = useTranslations("quiz.start")
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const rest = useTimeLeft(from, serverNow) ?? 0
  const start = async () => {
    if (pending || rest > 0) return
    setPending(true)
    const refusal = await requestStart(assignmentId).catch(() => ({ message: words("unreachable") }))
    if (refusal === null) return window.location.assign(`/a/${assignmentId}/quiz`)
    setProblem(refusal.message)
    setPending(false)
  }
  return (
    <>
      <Button variant="main" aria-disabled={pending || rest > 0 || undefined} onClick={start}>
        {rest > 0
          ? words("startIn", { minutes: Math.ceil(rest / MINUTE) })
          : words(pending ? "starting" : again ? "startAgain" : "start")}
      </Button>
      {problem && (
        <Notice kind="error" className="basis-full">
          {problem}
        </Notice>
      )}
    </>
  )
}
