"use client"

import { type RefObject, useEffect, useState } from "react"

export type OpenTerm = { termId: string; sentenceId: string }

/** The glossary term opened beside the text: a press on its link opens it there instead of leading to the end. */
export function useTerms(article: RefObject<HTMLElement | null>) {
  const [open, setOpen] = useState<OpenTerm | null>(null)
  useEffect(() => {
    const root = article.current
    if (!root) return
    const onClick = (event: MouseEvent) => {
      const link = (event.target as Element).closest<HTMLElement>("a.term")
      const sentenceId = link?.closest<HTMLElement>("[data-s]")?.dataset.s
      const termId = link?.dataset.t
      if (!link || !sentenceId || !termId || event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      setOpen((last) => (last?.termId === termId ? null : { termId, sentenceId }))
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape") setOpen(null)
    }
    root.addEventListener("click", onClick)
    addEventListener("keydown", onKey)
    return () => {
      root.removeEventListener("click", onClick)
      removeEventListener("keydown", onKey)
    }
  }, [article])
  useEffect(() => {
    for (const link of article.current?.querySelectorAll<HTMLElement>("a.term") ?? [])
      link.setAttribute("aria-expanded", String(link.dataset.t === open?.termId))
  }, [article, open])
  return [open, setOpen] as const
}
