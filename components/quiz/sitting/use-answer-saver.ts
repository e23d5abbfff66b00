"use client"

import { useEffect, useState, useSyncExternalStore } from "react"
import { AnswerSaver, type SaverPorts } from "@/components/quiz/sitting/answer-saver"
import type { SavingPlace, SittingProps } from "@/components/quiz/sitting/sitting-props"

/** The page's saver: alive as long as the page is, restored when it opens, told when the connection comes back. */
export function useAnswerSaver({ saving, answers }: Pick<SittingProps, "saving" | "answers">) {
  const [saver] = useState(() => makeSaver(saving, answers))
  const snapshot = useSyncExternalStore(saver.subscribe, saver.getSnapshot, saver.getSnapshot)
  useEffect(() => {
    saver.restore()
    const back = () => void saver.flush()
    const leave = () => saver.leave()
    window.addEventListener("online", back)
    window.addEventListener("pagehide", leave)
    return () => {
      window.removeEventListener("online", back)
      window.removeEventListener("pagehide", leave)
    }
  }, [saver])
  return { saver, snapshot }
}

function makeSaver(saving: SavingPlace | null, answers: SittingProps["answers"]): AnswerSaver {
  const savePath = `/api/attempts/${saving?.attemptId}/responses`
  const storageKey = `colloquy.quiz.${saving?.personId}.${saving?.attemptId}`
  return new AnswerSaver({ savePath, storageKey, answers, ports: saving ? browserPorts() : practicePorts })
}

const browserPorts = (): SaverPorts => ({
  fetch: (path, init) => fetch(path, init),
  storage: openStorage(),
  now: () => new Date(),
  random: Math.random,
})

/** A browser may forbid storage; the page then works without. */
function openStorage(): Storage | null {
  try {
    return typeof window === "undefined" ? null : window.localStorage
  } catch {
    return null
  }
}

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
