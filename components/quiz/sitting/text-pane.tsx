"use client"

import { useTranslations } from "next-intl"
import { type KeyboardEvent, type MouseEvent, type ReactNode, type RefObject, useEffect } from "react"
import { cn } from "@/components/ui/cn"

type TextPaneProps = {
  pane: RefObject<HTMLElement | null>
  /** Sentences can be chosen for the open question. */
  choosing: boolean
  /** They are only the second part of what is asked. */
  isPartB: boolean
  chosenIds: readonly string[]
  /** Of the open question: when it changes, what was chosen for it comes into view. */
  itemId: string
  onChoose: (sentenceId: string) => void
  className?: string
  /** The article, made on the server. */
  children: ReactNode
}

/**
 * The text beside the questions. Its HTML is one string and no React element stands for a sentence: one handler serves
 * them all, and marks are set on the sentences themselves. While a sentence may be chosen they are buttons with one
 * stop for Tab; arrow keys walk them, Enter or a click chooses.
 */
export function TextPane(props: TextPaneProps) {
  const { pane, choosing, chosenIds, itemId, onChoose, className, children } = props
  const words = useTranslations("quiz.text")
  useSentenceMarks(pane, choosing, chosenIds)
  useChosenInView(pane, itemId)
  const choose = (event: MouseEvent | KeyboardEvent) => {
    const sentence = choosing ? sentenceAt(event.target) : null
    if (sentence?.dataset.s) onChoose(sentence.dataset.s)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!choosing || !sentenceAt(event.target)) return
    if (event.key === "Enter" || event.key === " ") choose(event)
    else if (!walk(pane.current, event.target, event.key)) return
    event.preventDefault()
  }
  return (
    <section
      ref={pane}
      aria-label={words("label")}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
      tabIndex={0}
      onClick={choose}
      onKeyDown={onKeyDown}
      className={cn(
        "quiz-text scrollbar-thin overflow-auto",
        choosing && "quiz-text-choosing",
        props.isPartB && "quiz-text-part-b",
        className,
      )}
    >
      <div className="mx-auto max-w-[41.25rem] px-4 py-3 md:ps-6 md:pe-8 md:pt-6 md:pb-12">
        {choosing && (
          <p className="mb-3 text-13 text-ink-2 max-md:hidden md:ps-12">
            {words("howToChoose", { isPartB: String(props.isPartB) })}
          </p>
        )}
        {children}
      </div>
    </section>
  )
}

const sentenceAt = (target: EventTarget): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>("[data-s]") : null

const sentencesOf = (pane: HTMLElement): HTMLElement[] => [...pane.querySelectorAll<HTMLElement>("[data-s]")]

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }

/** Moves the focus to another sentence. False for a key that does not. */
function walk(pane: HTMLElement | null, from: EventTarget, key: string): boolean {
  const sentences = pane ? sentencesOf(pane) : []
  const at = sentences.indexOf(from as HTMLElement)
  const to = key === "Home" ? 0 : key === "End" ? sentences.length - 1 : at + (STEPS[key] ?? Number.NaN)
  const next = sentences[Math.max(0, Math.min(sentences.length - 1, to))]
  if (!next) return false
  sentences[at]?.setAttribute("tabindex", "-1")
  next.setAttribute("tabindex", "0")
  next.focus()
  next.scrollIntoView({ block: "nearest" })
  return true
}

function useSentenceMarks(
  pane: RefObject<HTMLElement | null>,
  choosing: boolean,
  chosenIds: readonly string[],
): void {
  const chosen = chosenIds.join(" ")
  useEffect(() => {
    if (!pane.current) return
    const ids = chosen.split(" ")
    const sentences = sentencesOf(pane.current)
    const stop = sentences.findIndex(({ dataset }) => ids.includes(dataset.s ?? ""))
    for (const [at, sentence] of sentences.entries()) {
      const isChosen = ids.includes(sentence.dataset.s ?? "")
      sentence.toggleAttribute("data-chosen", isChosen)
      if (choosing) {
        sentence.setAttribute("role", "button")
        sentence.setAttribute("aria-pressed", String(isChosen))
        if (document.activeElement !== sentence)
          sentence.setAttribute("tabindex", at === Math.max(0, stop) ? "0" : "-1")
      } else for (const name of ["role", "aria-pressed", "tabindex"]) sentence.removeAttribute(name)
    }
  }, [pane, choosing, chosen])
}

/** Scrolls the text, and nothing else, to what was chosen for the question that has just been opened. */
function useChosenInView(pane: RefObject<HTMLElement | null>, itemId: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when another question opens
  useEffect(() => {
    const chosen = pane.current?.querySelector("[data-chosen]")
    if (!pane.current || !chosen) return
    const [box, line] = [pane.current.getBoundingClientRect(), chosen.getBoundingClientRect()]
    const inView = line.top >= box.top && line.bottom <= box.bottom
    if (!inView) pane.current.scrollBy({ top: line.top - box.top - box.height / 3 })
  }, [itemId])
}
