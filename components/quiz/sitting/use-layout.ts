"use client"

import { useEffect, useState } from "react"

/** One question at a time, or all of them under each other. */
export type QuizLayout = "one" | "all"

const KEY = "colloquy.quiz.layout"

/** How this person likes to see a quiz on this device; one at a time where nothing was chosen. */
export function useLayout(): [QuizLayout, (layout: QuizLayout) => void] {
  const [layout, setLayout] = useState<QuizLayout>("one")
  useEffect(() => {
    try {
      if (localStorage.getItem(KEY) === "all") setLayout("all")
    } catch {
      // Storage forbidden: the choice holds while the page is open.
    }
  }, [])
  const choose = (next: QuizLayout) => {
    setLayout(next)
    try {
      localStorage.setItem(KEY, next)
    } catch {
      // As above.
    }
  }
  return [layout, choose]
}
