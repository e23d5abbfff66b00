"use client"

import { useRouter } from "next/navigation"
import { type MouseEvent, useEffect, useMemo, useRef, useTransition } from "react"
import { type GridBodyFacts, gridBodyHtml } from "@/components/results/grid/grid-body-html"
import "@/components/results/grid/grid-body.css"

/** The rows of the grid: one string with one handler, see `gridBodyHtml`. */
export function GridBody({ rows, base, paragraphs, pointsPossible }: GridBodyFacts) {
  const html = useMemo(
    () => gridBodyHtml({ rows, base, paragraphs, pointsPossible }),
    [rows, base, paragraphs, pointsPossible],
  )
  const follow = useFollowing()
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a press of Enter on a link is a click
    // biome-ignore lint/security/noDangerouslySetInnerHtml: made of text that is escaped where it is made
    <tbody className="grid-body" onClick={follow} dangerouslySetInnerHTML={{ __html: html }} />
  )
}

/** Follows a link within the app, and marks it until the page is there, as a link of ours does. */
function useFollowing() {
  const router = useRouter()
  const [isPending, start] = useTransition()
  const pressed = useRef<Element | null>(null)
  useEffect(() => {
    pressed.current?.toggleAttribute("data-pending", isPending)
  }, [isPending])
  return (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    pressed.current = link
    start(() => router.push(link.getAttribute("href") ?? ""))
  }
}
