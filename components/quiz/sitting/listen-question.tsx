"use client"

import { Square, Volume2 } from "lucide-react"
import { useTranslations } from "next-intl"
import { useEffect, useMemo, useState } from "react"
import { engineOf, useVoice } from "@/components/reading/use-voice"
import { Button } from "@/components/ui/button"
import type { PublicItem } from "@/lib/quiz/public-item"
import { spokenTexts } from "@/lib/quiz/spoken-item"
import { Speaker } from "@/lib/reading/speaker"

type ListenQuestionProps = {
  item: PublicItem
  /** Of the text; the questions are written in it. */
  language: string
}

/** Reads a question and what can be chosen with the device's own voice. Nothing where it has none for the language. */
export function ListenQuestion({ item, language }: ListenQuestionProps) {
  const words = useTranslations("quiz.question")
  const [voice, choice] = useVoice(language)
  const [isSpeaking, setSpeaking] = useState(false)
  const speaker = useMemo(
    () => new Speaker(engineOf(choice, language), ({ state }) => setSpeaking(state === "speaking")),
    [choice, language],
  )
  useEffect(() => {
    const stop = () => speaker.stop()
    addEventListener("pagehide", stop)
    return () => {
      removeEventListener("pagehide", stop)
      stop()
    }
  }, [speaker])
  if (voice !== "found") return null
  return (
    <Button
      variant="quiet"
      dense
      onClick={() => (isSpeaking ? speaker.stop() : speaker.start(spokenTexts(item), 0))}
    >
      {isSpeaking ? <Square aria-hidden /> : <Volume2 aria-hidden />}
      {words(isSpeaking ? "listenStop" : "listen")}
    </Button>
  )
}
