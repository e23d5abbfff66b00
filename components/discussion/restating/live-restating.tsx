"use client"

import { useTranslations } from "next-intl"
import { type ReactNode, useLayoutEffect, useRef } from "react"
import { useLiveThread } from "@/components/discussion/thread/live-thread"

/**
 * A restatement, as long as both posts stand: when one of the two went, its words leave an open page at once. The place
 * keeps its height, so that nothing beneath it moves.
 */
export function LiveRestating({ postId, children }: { postId: string; children: ReactNode }) {
  const words = useTranslations("discussion.restating")
  const held = useLiveThread()?.live.find((post) => post.id === postId)?.held
  const isGone = held != null && held.restating === null
  const place = useRef<HTMLDivElement>(null)
  const height = useRef(0)
  useLayoutEffect(() => {
    if (!isGone) height.current = place.current?.offsetHeight ?? 0
  })
  if (!isGone) return <div ref={place}>{children}</div>
  return (
    <p className="my-2 text-13 text-ink-3" style={{ minHeight: height.current }}>
      {words("gone")}
    </p>
  )
}
