"use client"

import { useEffect, useRef, useState } from "react"

/** After how long a stream that was refused is tried again, in milliseconds. */
const TRY_AGAIN_AFTER = 30_000

/**
 * The numbers of posts that came after `lastSeq`, as they come. Nothing is heard while nobody looks at the page, since
 * a browser has few connections to share among its tabs; on return the server tells what was missed.
 */
export function useThreadEvents(eventsHref: string, lastSeq: number) {
  const [seqs, setSeqs] = useState<readonly number[]>([])
  const heard = useRef(lastSeq)
  useEffect(() => {
    heard.current = Math.max(heard.current, lastSeq)
    const hear = (more: readonly number[]) => {
      heard.current = Math.max(heard.current, ...more)
      setSeqs((last) => [...new Set([...last, ...more])])
    }
    return hearWhileSeen(() => `${eventsHref}?after=${heard.current}`, hear)
  }, [eventsHref, lastSeq])
  return seqs
}

/** Keeps a stream open while the page is looked at. Resolves to the way to stop. */
function hearWhileSeen(href: () => string, hear: (seqs: readonly number[]) => void): () => void {
  let source: EventSource | null = null
  let again: ReturnType<typeof setTimeout> | undefined
  const close = () => {
    clearTimeout(again)
    source?.close()
    source = null
  }
  const open = () => {
    close()
    if (document.hidden) return
    const opened = new EventSource(href())
    source = opened
    opened.onmessage = (event) => hear(readSeqs(event.data))
    // A browser connects again by itself after a cut, but gives up where it was refused.
    opened.onerror = () => {
      if (opened.readyState === EventSource.CLOSED) again = setTimeout(open, TRY_AGAIN_AFTER)
    }
  }
  open()
  document.addEventListener("visibilitychange", open)
  return () => {
    document.removeEventListener("visibilitychange", open)
    close()
  }
}

function readSeqs(data: unknown): number[] {
  const value: unknown = JSON.parse(String(data))
  const seqs = typeof value === "object" && value !== null && "seqs" in value ? value.seqs : []
  return Array.isArray(seqs) ? seqs.filter((seq) => Number.isInteger(seq)) : []
}
