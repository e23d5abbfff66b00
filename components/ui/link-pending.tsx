"use client"

import { LoaderCircle } from "lucide-react"
import { useLinkStatus } from "next/link"

/** Turns beside a pressed link until its page is there. Quick pages come before it shows. */
export function LinkPending() {
  const { pending } = useLinkStatus()
  return pending ? (
    <LoaderCircle
      aria-hidden
      className="ms-1 inline size-3.5 shrink-0 animate-arrive motion-reduce:opacity-60"
    />
  ) : null
}
