"use client"

import { useEffect, useState, useSyncExternalStore } from "react"
import { useUnsavedWarning } from "@/components/lesson/editor/use-unsaved-warning"
import {
  type DraftAnswer,
  DraftSaver,
  type DraftStart,
  type SentDraft,
} from "@/components/results/grading/draft-saver"

/** What is graded, as the action is told it. */
export type GradingPlace = Readonly<{ assignmentId: string } & Record<string, string | number>>

/** By what is graded, for as long as this page's script lives: walking on leaves nothing unsent. */
const savers = new Map<string, DraftSaver>()

/**
 * What was begun of one grade, here or on another device. The one that has counted further is the newer. `isKept`: at
 * school, as typed; else in this page alone.
 */
export function useGradeDraft(place: GradingPlace, start: DraftStart, isKept: boolean) {
  const [saver] = useState(() => saverOf(place, start, isKept))
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

function saverOf(place: GradingPlace, start: DraftStart, isKept: boolean): DraftSaver {
  const ports = { send: isKept ? senderOf(place) : null, later }
  // On the server there is a new page for everybody.
  if (typeof window === "undefined") return new DraftSaver(ports, start)
  const name = Object.values(place).join(" ")
  const own = savers.get(name)
  if (own && own.lastNumber >= start.number) return own
  const saver = new DraftSaver(ports, start)
  savers.set(name, saver)
  return saver
}

const senderOf =
  ({ assignmentId, ...answer }: GradingPlace) =>
  async (draft: SentDraft): Promise<DraftAnswer | "refused"> => {
    const response = await fetch(`/api/assignments/${assignmentId}/grade-draft`, {
      method: "PUT",
      keepalive: true,
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ ...answer, ...draft }),
    })
    if (response.ok) return (await response.json()) as DraftAnswer
    if (response.status >= 500 || response.status === 429) throw new Error(`Answered ${response.status}`)
    return "refused"
  }

const later = (act: () => void, milliseconds: number) => {
  const timer = setTimeout(act, milliseconds)
  return () => clearTimeout(timer)
}
