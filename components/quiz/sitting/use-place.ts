"use client"

import { usePathname } from "next/navigation"
import { useCallback, useEffect, useState } from "react"

/**
 * Which question is open, or the review. The review has an address of its own, the question stands in the hash, and
 * changing between them is done here without asking the server: what is not saved yet stays in the page.
 */
export function usePlace(count: number) {
  const isReview = usePathname().endsWith("/review")
  const [position, setPosition] = useState(1)
  useEffect(() => {
    const fromHash = () => {
      const asked = Number(/^#q(\d+)$/.exec(window.location.hash)?.[1])
      if (asked >= 1 && asked <= count) setPosition(asked)
    }
    fromHash()
    window.addEventListener("hashchange", fromHash)
    return () => window.removeEventListener("hashchange", fromHash)
  }, [count])
  const open = useCallback((next: number) => {
    setPosition(next)
    const path = window.location.pathname
    if (path.endsWith("/review"))
      window.history.pushState(null, "", `${path.replace(/\/review$/, "")}#q${next}`)
    else window.history.replaceState(null, "", `${path}#q${next}`)
  }, [])
  const review = useCallback(() => {
    window.history.pushState(null, "", `${window.location.pathname.replace(/\/review$/, "")}/review`)
  }, [])
  return { position, isReview, open, review }
}
