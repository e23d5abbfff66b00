"use client"

import { useCallback, useEffect, useState } from "react"
import type { SavingPlace } from "@/components/quiz/sitting/sitting-props"
import { usePlace } from "@/components/quiz/sitting/use-place"

export type Way = {
  position: number
  isReview: boolean
  open: (position: number) => void
  review: () => void
  /** One question after the other, with no way back. */
  isOneWay: boolean
}

type WayOf = { count: number; saving: SavingPlace | null; reached: number | null }

/**
 * The way through the questions: free, or one after the other. On a one-way quiz the place come to is kept on this
 * device and with the school, whichever is further, so that neither a reload nor another device leads back.
 */
export function useWay({ count, saving, reached }: WayOf): Way {
  const free = usePlace(count)
  const isOneWay = reached !== null
  const [at, setAt] = useState(reached ?? 1)
  useEffect(() => {
    if (!saving || reached === null) return
    const kept = keptPlace(saving)
    if (kept <= reached) return
    setAt(kept)
    tell(saving, kept)
  }, [saving, reached])
  const moveOn = useCallback(
    (next: number) => {
      // Only forward, and one at a time.
      setAt((now) => (next === now + 1 ? next : now))
      if (saving) {
        keepPlace(saving, next)
        tell(saving, next)
      }
    },
    [saving],
  )
  if (!isOneWay) return { ...free, isOneWay }
  return {
    position: Math.min(at, count),
    isReview: at > count,
    open: moveOn,
    review: () => moveOn(count + 1),
    isOneWay,
  }
}

/** Lost on the way, it is told again with the next move or when the page opens. */
function tell({ attemptId }: SavingPlace, reached: number): void {
  const body = JSON.stringify({ responses: [], reached })
  const headers = { "content-type": "application/json" }
  fetch(`/api/attempts/${attemptId}/responses`, { method: "PUT", headers, body, keepalive: true }).catch(
    () => {},
  )
}

const keyOf = ({ personId, attemptId }: SavingPlace): string => `colloquy.reached.${personId}.${attemptId}`

function keptPlace(saving: SavingPlace): number {
  try {
    return Number(localStorage.getItem(keyOf(saving))) || 1
  } catch {
    return 1
  }
}

function keepPlace(saving: SavingPlace, reached: number): void {
  try {
    localStorage.setItem(keyOf(saving), String(Math.max(reached, keptPlace(saving))))
  } catch {
    // Storage full or forbidden: the school is told as well.
  }
}
