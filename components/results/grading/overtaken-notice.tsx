"use client"

import { useTranslations } from "next-intl"
import { useEffect, useRef } from "react"
import { type Clock, Instant } from "@/components/lesson/instant"
import { GradeShown } from "@/components/quiz/types/long/result"
import type { StandingGrade } from "@/components/results/grading/use-grading"
import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import type { Rubric } from "@/lib/quiz/rubric"

type OvertakenNoticeProps = {
  theirs: StandingGrade
  rubric: Rubric
  clock: Clock
  onKeep: () => void
  onReplace: () => void
}

/** Somebody graded this answer meanwhile: what they gave, and the choice. Until it is made, theirs stands. */
export function OvertakenNotice({ theirs, rubric, clock, onKeep, onReplace }: OvertakenNoticeProps) {
  const results = useTranslations("results.grading")
  const notice = useRef<HTMLDivElement>(null)
  useEffect(() => notice.current?.focus(), [])
  return (
    <Notice
      ref={notice}
      kind="warning"
      title={results.rich("overtaken", {
        name: theirs.by,
        at: () => <Instant at={new Date(theirs.at)} clock={clock} />,
      })}
      acts={
        <>
          <Button dense onClick={onKeep}>
            {results("keepTheirs")}
          </Button>
          <Button dense onClick={onReplace}>
            {results("replaceTheirs")}
          </Button>
        </>
      }
    >
      <p>{results("overtakenMore")}</p>
      <GradeShown grade={theirs} rubric={rubric} />
    </Notice>
  )
}
