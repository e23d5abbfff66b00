"use client"

import { useEffect, useState, useSyncExternalStore } from "react"
import { openStorage } from "@/components/quiz/outbox/stored-answers"
import { fillFromVault, keepInVault } from "@/components/quiz/outbox/vault"
import { AnswerSaver, type SaverPorts } from "@/components/quiz/sitting/answer-saver"
import type { SavingPlace, SittingProps } from "@/components/quiz/sitting/sitting-props"
import { outboxKey } from "@/lib/quiz/outbox-keys"

/** The page's saver: alive as long as the page is, restored when it opens, told when the connection comes back. */
export function useAnswerSaver({ saving, answers }: Pick<SittingProps, "saving" | "answers">) {
  const [saver] = useState(() => makeSaver(saving, answers))
  const snapshot = useSyncExternalStore(saver.subscribe, saver.getSnapshot, saver.getSnapshot)
  const personId = saving?.personId
  useEffect(() => {
    saver.restore()
    // What a dead battery left on the disk alone.
    if (personId) void fillFromVault(personId).then((filled) => filled && saver.restore())
    const back = () => void saver.flush()
    const leave = () => saver.leave()
    // Whoever signed in again in another tab comes back to this one.
    const seen = () => document.visibilityState === "visible" && back()
    window.addEventListener("online", back)
    document.addEventListener("visibilitychange", seen)
    window.addEventListener("pagehide", leave)
    return () => {
      window.removeEventListener("online", back)
      document.removeEventListener("visibilitychange", seen)
      window.removeEventListener("pagehide", leave)
    }
  }, [saver, personId])
  return { saver, snapshot }
}

function makeSaver(saving: SavingPlace | null, answers: SittingProps["answers"]): AnswerSaver {
  const savePath = `/api/attempts/${saving?.attemptId}/responses`
  const storageKey = outboxKey(saving?.personId ?? "", saving?.attemptId ?? "")
  return new AnswerSaver({ savePath, storageKey, answers, ports: saving ? browserPorts() : practicePorts })
}

const browserPorts = (): SaverPorts => ({
  fetch: (path, init) => fetch(path, init),
  storage: openStorage(),
  vault: keepInVault,
  now: () => new Date(),
  random: Math.random,
  // Only where the page came by https; a browser may also say no. The answers are kept either way.
  persist: () => void navigator.storage?.persist?.().catch(() => {}),
})

/** In a preview everything is taken at once and kept nowhere. */
const practicePorts: SaverPorts = {
  fetch: async (_, init) => {
    const { responses } = JSON.parse(String(init.body)) as {
      responses: { itemId: string; saveNumber: number }[]
    }
    const savedAt = new Date().toISOString()
    const saved = responses.map(({ itemId, saveNumber }) => ({ itemId, saveNumber, savedAt }))
    return Response.json({ saved, conflicts: [], late: false })
  },
  storage: null,
  now: () => new Date(),
  random: Math.random,
}
