"use client"

import { useRouter } from "next/navigation"
import { type MouseEvent, useEffect, useMemo, useRef, useSyncExternalStore, useTransition } from "react"
import { type GridBodyFacts, gridBodyHtml, ROWS_AT_FIRST } from "@/components/results/grid/grid-body-html"
import "@/components/results/grid/grid-body.css"

/**
 * The rows of the grid: one string with one handler, see `gridBodyHtml`. A page that is opened comes with the first of them as
 * HTML and all of them as data; the others are drawn here, and who has no script finds them by name.
 */
export function GridBody({ rows, base, paragraphs, pointsPossible }: GridBodyFacts) {
  const isDrawnHere = useSyncExternalStore(neverAgain, yes, no)
  const html = useMemo(
    () => gridBodyHtml({ rows, base, paragraphs, pointsPossible }, isDrawnHere ? undefined : ROWS_AT_FIRST),
    [rows, base, paragraphs, pointsPossible, isDrawnHere],
  )
  const follow = useFollowing()
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a press of Enter on a link is a click
    // biome-ignore lint/security/noDangerouslySetInnerHtml: made of text that is escaped where it is made
    <tbody className="grid-body" onClick={follow} dangerouslySetInnerHTML={{ __html: html }} />
  )
}

const neverAgain = () => () => {}
const yes = () => true
const no = () => false

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
