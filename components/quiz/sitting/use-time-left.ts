"use client"

import { useEffect, useState } from "react"

const MINUTE = 60_000

/**
 * Milliseconds until the deadline by the server's clock, whatever the device's says; null without one. The difference
 * of the two clocks is taken once, when the page comes alive. Counts every second in the last two minutes.
 */
export function useTimeLeft(deadlineAt: string | null, serverNow: string): number | null {
  const atStart = deadlineAt === null ? null : Date.parse(deadlineAt) - Date.parse(serverNow)
  const [left, setLeft] = useState(atStart)
  useEffect(() => {
    if (atStart === null) return
    const startedAt = performance.now()
    let timer: ReturnType<typeof setTimeout>
    const tick = () => {
      const now = atStart - (performance.now() - startedAt)
      setLeft(Math.max(0, now))
      if (now > 0) timer = setTimeout(tick, now > 2 * MINUTE ? 5_000 : 1_000)
    }
    tick()
    return () => clearTimeout(timer)
  }, [atStart])
  return left
}
