"use client"

import { useEffect, useEffectEvent, useRef } from "react"
import type { HaltKind } from "@/lib/discussion/moderation/halt"
import {
  type Heard,
  heardText,
  readHeard,
  readThreadEvent,
  type ThreadEvent,
} from "@/lib/discussion/thread/heard"

/** After how long a stream that was refused is tried again, in milliseconds. */
const TRY_AGAIN_AFTER = 30_000

/** A thread's stream, and what a page was made with: its last post, its last change, and what stopped writing. */
export type Stream = {
  href: string
  thread: string
  lastSeq: number
  lastChange: number
  halt: HaltKind | null
}

/**
 * Tells what comes and what changes in a thread after its page was made. Nothing is heard while nobody looks at the
 * page, since a browser has few connections to share among its tabs; on return the server tells what was missed.
 */
export function useThreadEvents(
  { href, thread, lastSeq, lastChange, halt }: Stream,
  hear: (event: ThreadEvent) => void,
) {
  const heard = useRef<Heard>({ seq: lastSeq, change: lastChange, halt })
  const tell = useEffectEvent(hear)
  useEffect(() => {
    heard.current = later(heard.current, { seq: lastSeq, change: lastChange, halt })
    return hearWhileSeen(
      () => `${href}?thread=${thread}&after=${heardText(heard.current)}`,
      (message) => {
        heard.current = readHeard(message.lastEventId) ?? heard.current
        tell(readThreadEvent(message.data))
      },
    )
  }, [href, thread, lastSeq, lastChange, halt])
}

const later = (one: Heard, other: Heard): Heard => ({
  seq: Math.max(one.seq, other.seq),
  change: Math.max(one.change ?? 0, other.change ?? 0),
  // The page was made after whatever was heard before it.
  halt: other.halt,
})

/** Keeps a stream open while the page is looked at. Resolves to the way to stop. */
function hearWhileSeen(href: () => string, hear: (message: MessageEvent) => void): () => void {
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
    opened.onmessage = hear
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
