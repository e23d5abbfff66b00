"use client"

import { useTranslations } from "next-intl"
import type { Clock } from "@/components/lesson/instant"
import type { DraftSnapshot } from "@/components/results/grading/draft-saver"
import { Button } from "@/components/ui/button"
import { Stamp } from "@/components/ui/stamp"
import { formatClock } from "@/lib/lesson/school-time"

type DraftStampProps = {
  isBegun: boolean
  isSaved: boolean
  draftState: DraftSnapshot["state"]
  savedAt: string | null
  drop: () => void
  clock: Clock
}

/** Where it is, that which is being given; and the way to give it up. */
export function DraftStamp({ isBegun, isSaved, draftState, savedAt, drop, clock }: DraftStampProps) {
  const results = useTranslations("results.grading")
  return (
    <>
      <p role="status" className="text-13">
        {isBegun && draftState === "local" && <Stamp state="local">{results("notSaved")}</Stamp>}
        {isBegun && draftState === "refused" && <Stamp state="failed">{results("draftRefused")}</Stamp>}
        {isBegun && draftState === "safe" && savedAt && (
          <Stamp state="safe">{results("draftSaved", { time: formatClock(new Date(savedAt), clock) })}</Stamp>
        )}
        {!isBegun && isSaved && <Stamp state="safe">{results("saved")}</Stamp>}
      </p>
      {isBegun && (
        <Button variant="quiet" dense onClick={drop}>
          {results("dropDraft")}
        </Button>
      )}
    </>
  )
}
