"use client"

import { CirclePause, Timer } from "lucide-react"
import { useTranslations } from "next-intl"
import { useEffect, useState } from "react"
import { useLiveThread } from "@/components/discussion/thread/live-thread"
import { type HaltKind, isStopped } from "@/lib/discussion/moderation/halt"

/** What was stopped while the composer stood open; null: nothing. Without a stream, behind post-first, nothing is heard. */
export function useLiveHalt(isStaff: boolean): HaltKind | null {
  const halt = useLiveThread()?.halt ?? null
  return isStopped(halt, isStaff) ? halt : null
}

/** In the place of the line that says who sees a post: why it cannot be sent now, and that the words stay. */
export function StoppedNow({ halt }: { halt: HaltKind }) {
  const words = useTranslations("discussion.halt")
  return (
    <p id="seen-by" className="mt-2 flex gap-1.5 text-13 text-part">
      <CirclePause aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>{words(halt === "frozen" ? "nowFrozen" : "nowLocked")}</span>
    </p>
  )
}

export type Pause = { seconds: number; until: number | null }

/** Whole seconds until an instant by this device's clock, counted down; 0 once it is over, or where there is none. */
export function useSecondsLeft(until: number | null, madeAt: number): number {
  const [left, setLeft] = useState(() => secondsBetween(madeAt, until))
  useEffect(() => {
    // By how long the page has stood here: a device's clock may be wrong, its sense of time is not.
    const began = performance.now()
    const tick = () => setLeft(secondsBetween(madeAt + performance.now() - began, until))
    tick()
    const ticking = setInterval(tick, 1_000)
    return () => clearInterval(ticking)
  }, [until, madeAt])
  return left
}

const secondsBetween = (now: number, until: number | null): number =>
  until === null ? 0 : Math.max(0, Math.ceil((until - now) / 1000))

/** How long the pause between two posts is here, and how much of it is left. */
export function PauseLine({ pause, left }: { pause: Pause; left: number }) {
  const words = useTranslations("discussion.pause")
  if (pause.seconds === 0) return null
  const each = { minutes: Math.floor(pause.seconds / 60), seconds: pause.seconds % 60 }
  return (
    <p className="mt-1 flex gap-1.5 text-13 text-ink-2">
      <Timer aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>
        {words("each", each)}{" "}
        {left > 0 && <span className="tabular-nums">{words("wait", { clock: clockOf(left) })}</span>}
        <span role="status">{pause.until !== null && left === 0 && words("over")}</span>
      </span>
    </p>
  )
}

/** "4:05" */
const clockOf = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`
