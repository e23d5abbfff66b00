"use client"

import { useEffect, useState, useSyncExternalStore } from "react"
import { useUnsavedWarning } from "@/components/lesson/editor/use-unsaved-warning"
import {
  type DraftAnswer,
  DraftSaver,
  type DraftStart,
  type SentDraft,
} from "@/components/results/grading/draft-saver"

export type DraftPlace = { assignmentId: string; itemId: string; attemptId: string }

/** By answer, for as long as this page's script lives: walking on leaves nothing unsent. */
const savers = new Map<string, DraftSaver>()

/** What was begun of one answer's grade, here or on another device. The one that has counted further is the newer. */
export function useGradeDraft(place: DraftPlace, start: DraftStart) {
  const [saver] = useState(() => saverOf(place, start))
  const { content, state, savedAt } = useSyncExternalStore(saver.subscribe, saver.read, saver.read)
  useUnsavedWarning(content !== null && state !== "safe")
  // Whoever walks on or leaves sends what is not sent yet; it goes on its way without the page.
  useEffect(() => {
    const leave = () => {
      if (saver.read().state === "local") saver.flush()
    }
    addEventListener("pagehide", leave)
    addEventListener("online", leave)
    return () => {
      removeEventListener("pagehide", leave)
      removeEventListener("online", leave)
      leave()
    }
  }, [saver])
  return { saver, content, state, savedAt }
}

function saverOf(place: DraftPlace, start: DraftStart): DraftSaver {
  // On the server there is a new page for everybody.
  if (typeof window === "undefined") return new DraftSaver(portsOf(place), start)
  const name = `${place.itemId} ${place.attemptId}`
  const own = savers.get(name)
  if (own && own.lastNumber >= start.number) return own
  const saver = new DraftSaver(portsOf(place), start)
  savers.set(name, saver)
  return saver
}

const portsOf = ({ assignmentId, itemId, attemptId }: DraftPlace) => ({
  send: async (draft: SentDraft): Promise<DraftAnswer | "refused"> => {
    const response = await fetch(`/api/assignments/${assignmentId}/grade-draft`, {
      method: "PUT",
      keepalive: true,
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ itemId, attemptId, ...draft }),
    })
    if (response.ok) return (await response.json()) as DraftAnswer
    if (response.status >= 500 || response.status === 429) throw new Error(`Answered ${response.status}`)
    return "refused"
  },
  later: (act: () => void, milliseconds: number) => {
    const timer = setTimeout(act, milliseconds)
    return () => clearTimeout(timer)
  },
})
