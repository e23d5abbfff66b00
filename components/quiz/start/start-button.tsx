"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"

/** Begins the attempt, or goes on with the one that another press or tab began. */
export function StartButton({ assignmentId, again }: { assignmentId: string; again: boolean }) {
  const words = useTranslations("quiz.start")
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const start = async () => {
    if (pending) return
    setPending(true)
    const message = await requestStart(assignmentId).catch(() => words("unreachable"))
    if (message === null) return window.location.assign(`/a/${assignmentId}/quiz`)
    setProblem(message)
    setPending(false)
  }
  return (
    <>
      <Button variant="main" aria-disabled={pending || undefined} onClick={start}>
        {words(pending ? "starting" : again ? "startAgain" : "start")}
      </Button>
      {problem && (
        <Notice kind="error" className="basis-full">
          {problem}
        </Notice>
      )}
    </>
  )
}

/** Null when the attempt is there; otherwise the sentence that says why not. */
async function requestStart(assignmentId: string): Promise<string | null> {
  const response = await fetch("/api/attempts", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ assignmentId }),
  })
  if (response.ok) return null
  const answer = (await response.json()) as { error: { message: string } }
  return answer.error.message
}
