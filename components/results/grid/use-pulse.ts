"use client"

import { useEffect, useState } from "react"

/** How often is asked whether the page is still true, in milliseconds; up to a fifth more, so that classes do not ask in step. */
const ASK_EVERY = 8_000

/**
 * Calls `bring` when the pulse of the results is no longer the one the page was made with. Asks while the page is looked
 * at and `isOn`. False as long as the last question got no answer.
 */
export function usePulse(href: string, made: string, isOn: boolean, bring: () => Promise<unknown>): boolean {
  const [isHeard, setHeard] = useState(true)
  useEffect(() => {
    if (!isOn) return
    let over = false
    let next: ReturnType<typeof setTimeout> | undefined
    const wait = () => {
      if (!over) next = setTimeout(ask, ASK_EVERY * (1 + Math.random() / 5))
    }
    const ask = async () => {
      const pulse = document.hidden ? made : await askPulse(href)
      if (over) return
      setHeard(pulse !== null)
      if (pulse !== null && pulse !== made) await bring().catch(() => setHeard(false))
      wait()
    }
    wait()
    return () => {
      over = true
      clearTimeout(next)
    }
  }, [href, made, isOn, bring])
  return isHeard
}

/** Null where no answer came, or a refusal. */
async function askPulse(href: string): Promise<string | null> {
  const response = await fetch(href, { cache: "no-store" }).catch(() => null)
  if (!response?.ok) return null
  const body: unknown = await response.json().catch(() => null)
  return body && typeof body === "object" && "pulse" in body ? String(body.pulse) : null
}
