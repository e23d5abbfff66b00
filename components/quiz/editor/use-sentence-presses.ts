"use client"

import { useEffect, useRef } from "react"

/**
 * While `active`, sentences of any text on the page (elements with `data-s`) are chosen by click, or by arrow keys and
 * Enter; those in `chosenIds` are marked. The text itself may stand anywhere: the editor need not hold it.
 */
export function useSentencePresses(
  active: boolean,
  chosenIds: readonly string[],
  onPress: (sentenceId: string) => void,
): void {
  const press = useRef(onPress)
  press.current = onPress
  const chosen = chosenIds.join(" ")
  useEffect(() => {
    const sentences = [...document.querySelectorAll<HTMLElement>("[data-s]")]
    const ids = chosen.split(" ")
    for (const sentence of sentences) {
      const isChosen = ids.includes(sentence.dataset.s ?? "")
      sentence.toggleAttribute("data-picked", isChosen)
      if (active) markAsButton(sentence, isChosen)
      else for (const name of ["role", "aria-pressed", "tabindex"]) sentence.removeAttribute(name)
    }
    if (active && !sentences.some(({ tabIndex }) => tabIndex === 0))
      sentences[0]?.setAttribute("tabindex", "0")
  }, [active, chosen])
  useEffect(() => {
    if (!active) return
    const click = (event: MouseEvent) => {
      const sentence = sentenceOf(event.target)
      if (sentence) press.current(sentence.dataset.s ?? "")
    }
    const keydown = (event: KeyboardEvent) => {
      const sentence = sentenceOf(event.target)
      if (!sentence || !act(sentence, event.key, () => press.current(sentence.dataset.s ?? ""))) return
      event.preventDefault()
    }
    document.addEventListener("click", click)
    document.addEventListener("keydown", keydown)
    return () => {
      document.removeEventListener("click", click)
      document.removeEventListener("keydown", keydown)
    }
  }, [active])
}

const sentenceOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>("[data-s]") : null

function markAsButton(sentence: HTMLElement, isChosen: boolean): void {
  sentence.setAttribute("role", "button")
  sentence.setAttribute("aria-pressed", String(isChosen))
  if (sentence.getAttribute("tabindex") !== "0") sentence.setAttribute("tabindex", "-1")
}

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }

function act(sentence: HTMLElement, key: string, choose: () => void): boolean {
  if (key === "Enter" || key === " ") choose()
  else if (key in STEPS) {
    const all = [...document.querySelectorAll<HTMLElement>("[data-s]")]
    const next = all[all.indexOf(sentence) + (STEPS[key] ?? 0)]
    sentence.setAttribute("tabindex", "-1")
    ;(next ?? sentence).setAttribute("tabindex", "0")
    next?.focus()
  } else return false
  return true
}
