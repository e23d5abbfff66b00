"use client"

import { type RefObject, useEffect, useMemo, useState } from "react"
import { sentencesOf } from "@/components/reading/sentence-walk"
import { engineOf, useVoice, type VoiceState } from "@/components/reading/use-voice"
import { Speaker, type Speech } from "@/lib/reading/speaker"

export const readingRates = [0.75, 1, 1.25, 1.5] as const

export type ReadAloud = {
  voice: VoiceState
  state: Speech["state"]
  /** Index of the sentence that is read, or where reading waits; -1 for none. */
  at: number
  rate: number
  /** From a sentence on; from the first where its index is -1. */
  start: (index: number) => void
  pause: () => void
  resume: () => void
  stop: () => void
  setRate: (rate: number) => void
}

/** Reads the article out with the device's own voice, marks the sentence that is read and keeps it in view. */
export function useReadAloud(article: RefObject<HTMLElement | null>, language: string): ReadAloud {
  const [voice, choice] = useVoice(language)
  const [speech, setSpeech] = useState<Speech>({ state: "idle", at: -1 })
  const [rate, setRate] = useState(1)
  const speaker = useMemo(() => new Speaker(engineOf(choice, language), setSpeech), [choice, language])
  useEffect(() => {
    const stop = () => speaker.stop()
    addEventListener("pagehide", stop)
    return () => {
      removeEventListener("pagehide", stop)
      stop()
    }
  }, [speaker])
  useFollowing(article, speech)
  const texts = () =>
    article.current ? sentencesOf(article.current).map((one) => one.textContent ?? "") : []
  return {
    voice,
    ...speech,
    rate,
    start: (index) => speaker.start(texts(), index),
    pause: () => speaker.pause(),
    resume: () => speaker.resume(),
    stop: () => speaker.stop(),
    setRate: (next) => {
      setRate(next)
      speaker.setRate(next)
    },
  }
}

function useFollowing(article: RefObject<HTMLElement | null>, { state, at }: Speech): void {
  useEffect(() => {
    if (!article.current) return
    const sentence = sentencesOf(article.current)[at]
    for (const old of article.current.querySelectorAll("[data-spoken]")) old.removeAttribute("data-spoken")
    sentence?.setAttribute("data-spoken", "")
    if (state === "speaking") sentence?.scrollIntoView({ block: "nearest" })
  }, [article, state, at])
}
