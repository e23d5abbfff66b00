"use client"

import { useSyncExternalStore } from "react"
import type { NoticePulse } from "@/lib/discussion/notices/notice-view"

type Came = NonNullable<NoticePulse["newest"]>

/** What the page knows of the person's notices. `came`: one that came while it was open, to be shown for a while. */
type Heard = { unread: number; came: Came | null }

const NOTHING: Heard = { unread: 0, came: null }
/** After how long a stream that was refused is tried again, in milliseconds. */
const TRY_AGAIN_AFTER = 60_000

// One stream a page, however many places show what it tells: a browser has few connections to share among its tabs.
let heard: Heard = NOTHING
let last: NoticePulse | null = null
let source: EventSource | null = null
let again: ReturnType<typeof setTimeout> | undefined
const watchers = new Set<() => void>()

function tell(next: Heard) {
  heard = next
  for (const watch of watchers) watch()
}

function take(pulse: NoticePulse) {
  const isLater =
    last !== null && pulse.newest !== null && Number(pulse.newest.id) > Number(last.newest?.id ?? 0)
  const came = isLater && !pulse.isQuiet ? pulse.newest : pulse.unread === 0 ? null : heard.came
  last = pulse
  tell({ unread: pulse.unread, came })
}

function close() {
  clearTimeout(again)
  source?.close()
  source = null
}

function open() {
  close()
  if (document.hidden) return
  const opened = new EventSource("/api/notices/events")
  source = opened
  opened.onmessage = ({ data }) => take(JSON.parse(data) as NoticePulse)
  opened.onerror = () => {
    if (opened.readyState === EventSource.CLOSED) again = setTimeout(open, TRY_AGAIN_AFTER)
  }
}

function watch(tellMe: () => void): () => void {
  if (watchers.size === 0) {
    open()
    document.addEventListener("visibilitychange", open)
  }
  watchers.add(tellMe)
  return () => {
    watchers.delete(tellMe)
    if (watchers.size > 0) return
    document.removeEventListener("visibilitychange", open)
    close()
  }
}

/** How many notices are new, kept up to date while the page is looked at. */
export const useNotices = (): Heard =>
  useSyncExternalStore(
    watch,
    () => heard,
    () => NOTHING,
  )

/** The one that came has been seen, or is let go. */
export const letGo = () => tell({ ...heard, came: null })
