"use client"

import { useEffect } from "react"

/** Moves the focus to the post that an address names, so that it is seen and read out. */
export function FocusOnArrival({ id }: { id: string }) {
  useEffect(() => {
    document.getElementById(id)?.focus()
  }, [id])
  return null
}
