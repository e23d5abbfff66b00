"use client"

import { type ReactNode, type RefObject, useEffect, useState } from "react"
import { createPortal } from "react-dom"
import { sentenceElement } from "@/components/reading/sentence-walk"

type MarginItemProps = {
  article: RefObject<HTMLElement | null>
  sentenceId: string
  /** Names the item among those of the margin. */
  itemKey: string
  kind: "panel" | "note" | "term"
  /** Selects what it stands beside within the sentence: a word of it. Without, its first line. */
  beside?: string
  children: ReactNode
}

/** Something beside a sentence: in the document right after it, on the screen in the margin (or in the sheet). */
export function MarginItem({ article, sentenceId, itemKey, kind, beside, children }: MarginItemProps) {
  const [host, setHost] = useState<HTMLElement | null>(null)
  useEffect(() => {
    const sentence = article.current && sentenceElement(article.current, sentenceId)
    if (!sentence) return
    const made = document.createElement("span")
    made.className = "pin-host"
    made.dir = document.documentElement.dir || "ltr"
    made.lang = document.documentElement.lang
    Object.assign(made.dataset, { key: itemKey, for: sentenceId, kind, beside: beside ?? "" })
    afterItsOwn(sentence, kind).after(made)
    setHost(made)
    return () => made.remove()
  }, [article, sentenceId, itemKey, kind, beside])
  return host && createPortal(children, host)
}

/** The acts come right after the sentence, notes after what is there already. */
function afterItsOwn(sentence: Element, kind: MarginItemProps["kind"]): Element {
  let last = sentence
  while (kind !== "panel" && last.nextElementSibling?.classList.contains("pin-host"))
    last = last.nextElementSibling
  return last
}
