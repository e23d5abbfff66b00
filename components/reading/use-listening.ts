"use client"

import { useEffect, useState } from "react"

export type Listening = { canListen: boolean; isSpeaking: boolean; toggle: () => void }

/** Reads a sentence out with the device's own voice, where it has one. */
export function useListening(text: string, language: string): Listening {
  const [canListen, setCanListen] = useState(false)
  const [isSpeaking, setIsSpeaking] = useState(false)
  useEffect(() => {
    if (!("speechSynthesis" in window)) return
    const look = () => setCanListen(speechSynthesis.getVoices().length > 0)
    look()
    speechSynthesis.addEventListener?.("voiceschanged", look)
    return () => speechSynthesis.removeEventListener?.("voiceschanged", look)
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another sentence ends the reading of this one
  useEffect(() => {
    setIsSpeaking(false)
    return () => window.speechSynthesis?.cancel()
  }, [text])
  const toggle = () => {
    speechSynthesis.cancel()
    setIsSpeaking(!isSpeaking)
    if (isSpeaking) return
    const saying = new SpeechSynthesisUtterance(text)
    saying.lang = language
    saying.onend = () => setIsSpeaking(false)
    saying.onerror = () => setIsSpeaking(false)
    speechSynthesis.speak(saying)
  }
  return { canListen, isSpeaking, toggle }
}
