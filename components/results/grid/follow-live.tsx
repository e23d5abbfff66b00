"use client"

import { useTranslations } from "next-intl"
import { useCallback, useState } from "react"
import { usePulse } from "@/components/results/grid/use-pulse"
import type { ActionResult } from "@/components/ui/action-form"
import { Checkbox } from "@/components/ui/checkbox"

export type BringAction = (input: unknown) => Promise<ActionResult<unknown>>

type FollowLiveProps = {
  assignmentId: string
  /** What the page was made with. */
  pulse: string
  bring: BringAction
}

/** Keeps the page true while students work, and lets a reader hold it still. */
export function FollowLive({ assignmentId, pulse, bring }: FollowLiveProps) {
  const words = useTranslations("results.live")
  const [isOn, setOn] = useState(true)
  const bringAgain = useCallback(() => bring({ assignmentId }), [bring, assignmentId])
  const isHeard = usePulse(`/api/assignments/${assignmentId}/pulse`, pulse, isOn, bringAgain)
  return (
    <div className="text-13 noscript:hidden print:hidden">
      <Checkbox
        className="items-center"
        label={isOn && !isHeard ? words("lost") : words("follow")}
        checked={isOn}
        onChange={(event) => setOn(event.target.checked)}
      />
    </div>
  )
}
