"use client"

import { useCallback, useEffect, useRef, useState } from "react"
import { v4 } from "uuid"
import { type Cited, countCited } from "@/components/discussion/composer/citation-loads"
import type { Move, Side } from "@/lib/discussion/posts/moves"

/** A post on its way. `clientKey` stays the same until it is posted, so that no press posts it twice. */
export type Draft = Cited & {
  clientKey: string
  move: Move
  side: Side | null
  body: string
  /** The other's view in the writer's words. */
  restatement: string
}

/** Where a draft is: nothing typed, on this device, or only on this page. */
export type DraftPlace = "none" | "device" | "page"

const EMPTY = {
  clientKey: "",
  side: null,
  body: "",
  restatement: "",
  citations: [],
  citedPosts: [],
  sources: [],
}

/** A draft under its key on this device: it outlives reload, sign-out and a closed tab, until it is posted. */
export function useDraft(key: string, move: Move) {
  const [draft, setDraft] = useState<Draft>({ ...EMPTY, move })
  const [place, setPlace] = useState<DraftPlace>("none")
  const posted = useRef(false)
  useEffect(() => {
    const kept = readDraft(key)
    setDraft((empty) => (kept ? { ...empty, ...kept } : { ...empty, clientKey: v4() }))
    if (kept) setPlace("device")
  }, [key])
  const change = useCallback(
    (part: Partial<Draft>) =>
      setDraft((last) => {
        const next = { ...last, ...part }
        if (!posted.current) setPlace(keepDraft(key, next))
        return next
      }),
    [key],
  )
  const forget = useCallback(() => {
    posted.current = true
    dropDraft(key)
  }, [key])
  return { draft, place, change, forget }
}

/** One person's draft of one answer: people share devices. */
export const draftKey = (userId: string, answerTo: string): string => `colloquy.draft.${userId}.${answerTo}`

function readDraft(key: string): Draft | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "null")
    // One that was kept by an earlier version cites sentences only.
    return isDraft(kept) ? { ...EMPTY, ...kept } : null
  } catch {
    return null
  }
}

const isDraft = (value: unknown): value is Draft =>
  typeof value === "object" &&
  value !== null &&
  "body" in value &&
  typeof value.body === "string" &&
  "clientKey" in value &&
  typeof value.clientKey === "string" &&
  "citations" in value &&
  Array.isArray(value.citations)

function keepDraft(key: string, draft: Draft): DraftPlace {
  const empty = !draft.body && !draft.restatement && countCited(draft) === 0
  try {
    if (empty) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(draft))
    return empty ? "none" : "device"
  } catch {
    return empty ? "none" : "page"
  }
}

function dropDraft(key: string): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // A device that keeps nothing has nothing to forget.
  }
}
