"use client"

import { useTranslations } from "next-intl"
import { useEffect, useState } from "react"
import { requestStart, type StartProblem } from "@/components/quiz/start/request-start"
import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"

/** Between two tries, in milliseconds: spread, so that a class does not knock at once. */
const pause = () => 3_000 + Math.random() * 3_000

/**
 * Where the teacher begins the quiz. Whoever says to be ready is taken into it as soon as it has begun: their own time
 * runs from then and not before.
 */
export function WaitForStart({ assignmentId }: { assignmentId: string }) {
  const words = useTranslations("quiz.start")
  const [ready, setReady] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [reached, setReached] = useState(true)
  useEffect(() => {
    if (!ready) return
    let timer: ReturnType<typeof setTimeout>
    let isGone = false
    const knock = async () => {
      const answer = await requestStart(assignmentId).catch((): StartProblem => UNREACHABLE)
      if (isGone) return
      if (answer === null) return window.location.assign(`/a/${assignmentId}/quiz`)
      setReached(answer !== UNREACHABLE)
      if (answer === UNREACHABLE || answer.code === "quiz.teacherStarts") timer = setTimeout(knock, pause())
      else {
        setProblem(answer.message)
        setReady(false)
      }
    }
    void knock()
    return () => {
      isGone = true
      clearTimeout(timer)
    }
  }, [ready, assignmentId])
  if (ready)
    return (
      <>
        <Notice className="basis-full" title={words("waiting.title")}>
          {words(reached ? "waiting.what" : "waiting.offline")}
        </Notice>
        <Button onClick={() => setReady(false)}>{words("waiting.stop")}</Button>
      </>
    )
  return (
    <>
      <Button variant="main" onClick={() => setReady(true)}>
        {words("waiting.act")}
      </Button>
      {problem && (
        <Notice kind="error" className="basis-full">
          {problem}
        </Notice>
      )}
    </>
  )
}

const UNREACHABLE = { code: "", message: "" }
