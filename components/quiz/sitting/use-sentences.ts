"use client"

import { type RefObject, useCallback } from "react"
import type { ChosenSentence } from "@/components/quiz/types/answer-props"

/**
 * Words and number of a sentence by its id: first from those the page came with, then from the text itself, so that the
 * text travels once.
 */
export function useSentences(pane: RefObject<HTMLElement | null>, known: readonly ChosenSentence[]) {
  return useCallback(
    (ids: readonly string[]): ChosenSentence[] =>
      ids.flatMap((id) => known.find((one) => one.id === id) ?? readSentence(pane.current, id) ?? []),
    [pane, known],
  )
}

function readSentence(pane: HTMLElement | null, id: string): ChosenSentence | null {
  const element = pane?.querySelector(`[data-s="${CSS.escape(id)}"]`)
  const place = /^s-(\d+)-(\d+)$/.exec(element?.id ?? "")
  if (!element || !place) return null
  return { id, label: `${place[1]}.${place[2]}`, text: element.textContent ?? "" }
}
