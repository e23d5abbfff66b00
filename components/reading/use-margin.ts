"use client"

import { type RefObject, useEffect } from "react"
import { sentenceElement } from "@/components/reading/sentence-walk"
import { arrangeMargin } from "@/lib/reading/arrange-margin"

/** Sets what stands in the margin beside its sentences, again whenever text or margin change their size. */
export function useMargin(root: RefObject<HTMLElement | null>, pinned: string | undefined): void {
  useEffect(() => {
    const article = root.current
    if (!article) return
    let frame = 0
    const arrange = () => {
      frame = 0
      place(article, pinned)
    }
    const ask = () => {
      frame ||= requestAnimationFrame(arrange)
    }
    const sizes = new ResizeObserver(ask)
    sizes.observe(article)
    const watchItems = () => {
      for (const host of article.querySelectorAll(".pin-host")) sizes.observe(host)
      ask()
    }
    const items = new MutationObserver(watchItems)
    items.observe(article, { childList: true, subtree: true })
    watchItems()
    return () => {
      sizes.disconnect()
      items.disconnect()
      cancelAnimationFrame(frame)
    }
  }, [root, pinned])
}

function place(article: HTMLElement, pinned: string | undefined): void {
  const hosts = [...article.querySelectorAll<HTMLElement>(".pin-host")]
  const base = article.getBoundingClientRect().top
  const tops = arrangeMargin(
    hosts.flatMap((host) => {
      const height = host.offsetHeight
      const line = anchorOf(article, host)?.getClientRects()[0]
      return line && height > 0
        ? [{ key: host.dataset.key ?? "", anchor: Math.round(line.top - base), height }]
        : []
    }),
    pinned,
  )
  for (const host of hosts) {
    const top = tops.get(host.dataset.key ?? "")
    host.toggleAttribute("data-placed", top !== undefined)
    if (top !== undefined) host.style.setProperty("--pin-top", `${top}px`)
  }
}

function anchorOf(article: HTMLElement, host: HTMLElement): Element | null {
  const sentence = sentenceElement(article, host.dataset.for ?? "")
  return (host.dataset.beside && sentence?.querySelector(host.dataset.beside)) || sentence
}
