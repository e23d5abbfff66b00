"use client"

import { useEffect, useState } from "react"
import { chooseVoice } from "@/lib/reading/choose-voice"
import type { Engine } from "@/lib/reading/speaker"

/** Whether this device has a voice for a language; it may take a moment to say. */
export type VoiceState = "looking" | "found" | "none"

/** Browsers load their voices after the page; a device that names none in this time has none. */
const PATIENCE_MS = 2000

/** The device's voice for a language. */
export function useVoice(language: string): [VoiceState, SpeechSynthesisVoice | null] {
  const [choice, setChoice] = useState<SpeechSynthesisVoice | null>(null)
  const [hasLooked, setLooked] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLooked(true), PATIENCE_MS)
    const look = () => setChoice(chooseVoice(window.speechSynthesis?.getVoices() ?? [], language))
    look()
    window.speechSynthesis?.addEventListener?.("voiceschanged", look)
    return () => {
      clearTimeout(timer)
      window.speechSynthesis?.removeEventListener?.("voiceschanged", look)
    }
  }, [language])
  if (choice) return ["found", choice]
  return [hasLooked ? "none" : "looking", null]
}

/** What speaks with this voice. */
export const engineOf = (voice: SpeechSynthesisVoice | null, language: string): Engine => ({
  say: (text, rate, done) => {
    const saying = new SpeechSynthesisUtterance(text)
    saying.voice = voice
    saying.lang = voice?.lang ?? language
    saying.rate = rate
    saying.onend = done
    saying.onerror = done
    speechSynthesis.speak(saying)
  },
  hush: () => window.speechSynthesis?.cancel(),
})
