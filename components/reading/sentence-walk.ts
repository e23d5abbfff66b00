export type SentenceWalk = {
  /** A sentence was come to, by key, click or touch. */
  onArrive?: (sentence: HTMLElement) => void
  /** Enter, Space or a press on a sentence that was already the one. */
  onEnter?: (sentence: HTMLElement) => void
  /** A click or touch on a sentence. */
  onPress?: (sentence: HTMLElement) => void
}

/** Every sentence of an article, in order. */
export const sentencesOf = (article: Element): HTMLElement[] => [
  ...article.querySelectorAll<HTMLElement>("[data-s]"),
]

export const sentenceElement = (article: Element, sentenceId: string): HTMLElement | null =>
  article.querySelector<HTMLElement>(`[data-s="${CSS.escape(sentenceId)}"]`)

/**
 * Makes the sentences of an article walkable with one set of listeners: arrow keys to the next and the one before (left
 * and right follow the script), Home and End, Enter, click and touch. One sentence at a time is in the order of the Tab
 * key. Answers how to stop.
 */
export function walkSentences(article: HTMLElement, walk: SentenceWalk): () => void {
  const stop = new AbortController()
  const on = { signal: stop.signal }
  article.addEventListener("keydown", (event) => handleKey(article, event, walk), on)
  article.addEventListener("click", (event) => handleClick(article, event, walk), on)
  article.addEventListener(
    "focusin",
    (event) => {
      const sentence = sentenceAt(event.target)
      if (!sentence || event.target !== sentence) return
      moveTabStop(article, sentence)
      walk.onArrive?.(sentence)
    },
    on,
  )
  if (!article.querySelector('[data-s][tabindex="0"]')) {
    const first = sentencesOf(article)[0]
    if (first) moveTabStop(article, first)
  }
  return () => stop.abort()
}

/** Puts one sentence into the order of the Tab key. */
export function moveTabStop(article: HTMLElement, sentence: HTMLElement): void {
  for (const old of article.querySelectorAll<HTMLElement>('[data-s][tabindex="0"]')) old.tabIndex = -1
  sentence.tabIndex = 0
}

/** Focuses a sentence and brings it into view where it is not. */
export function goToSentence(article: HTMLElement, sentence: HTMLElement): void {
  moveTabStop(article, sentence)
  sentence.focus({ preventScroll: true })
  sentence.scrollIntoView({ block: "nearest" })
}

const sentenceAt = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>("[data-s]") : null

function handleKey(article: HTMLElement, event: KeyboardEvent, walk: SentenceWalk): void {
  const sentence = sentenceAt(event.target)
  if (!sentence || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
  if ((event.key === "Enter" || event.key === " ") && event.target === sentence) {
    event.preventDefault()
    walk.onEnter?.(sentence)
    return
  }
  const all = sentencesOf(article)
  const next = all[destination(event.key, all.indexOf(sentence), { last: all.length - 1, sentence })]
  if (!next) return
  event.preventDefault()
  goToSentence(article, next)
}

/** The index a key leads to; -1 when it leads nowhere. */
function destination(
  key: string,
  at: number,
  { last, sentence }: { last: number; sentence: HTMLElement },
): number {
  const rightToLeft = getComputedStyle(sentence).direction === "rtl"
  const forward = rightToLeft ? "ArrowLeft" : "ArrowRight"
  const back = rightToLeft ? "ArrowRight" : "ArrowLeft"
  if (key === "ArrowDown" || key === forward) return Math.min(at + 1, last)
  if (key === "ArrowUp" || key === back) return Math.max(at - 1, 0)
  if (key === "Home") return 0
  return key === "End" ? last : -1
}

function handleClick(article: HTMLElement, event: MouseEvent, walk: SentenceWalk): void {
  const sentence = sentenceAt(event.target)
  if (!sentence || (event.target as Element).closest("a, button")) return
  // Whoever selects words wants the words.
  if (getSelection()?.type === "Range") return
  const wasThere = document.activeElement === sentence
  moveTabStop(article, sentence)
  sentence.focus({ preventScroll: true })
  sentence.scrollIntoView({ block: "nearest" })
  if (wasThere) walk.onArrive?.(sentence)
  walk.onPress?.(sentence)
}
