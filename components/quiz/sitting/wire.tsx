"use client"

import { type RefObject, useEffect, useRef } from "react"

type WireProps = {
  /** The box both panes stand in. */
  frame: RefObject<HTMLElement | null>
  /** The chosen sentence; null draws nothing. */
  sentenceId: string | null
}

/**
 * The line from a chosen sentence to the question it proves. Drawn from where the two really are, again whenever
 * something scrolls or changes size; not at all while one of them is out of sight, and never on a narrow screen.
 */
export function Wire({ frame, sentenceId }: WireProps) {
  const path = useRef<SVGPathElement>(null)
  useEffect(() => {
    const box = frame.current
    if (!box || !sentenceId) return
    const draw = () => path.current?.setAttribute("d", wirePath(box, sentenceId))
    const soon = () => requestAnimationFrame(draw)
    const observer = new ResizeObserver(soon)
    observer.observe(box)
    for (const child of box.querySelectorAll("[data-scrolls] > *")) observer.observe(child)
    box.addEventListener("scroll", soon, { capture: true, passive: true })
    soon()
    return () => {
      observer.disconnect()
      box.removeEventListener("scroll", soon, { capture: true })
    }
  }, [frame, sentenceId])
  if (!sentenceId) return null
  return (
    <svg
      aria-hidden="true"
      className="pointer-events-none absolute inset-0 size-full max-lg:hidden print:hidden"
    >
      <path ref={path} className="fill-none stroke-2 stroke-accent" />
    </svg>
  )
}

/** The last line of the sentence's first rectangle, along the divide, to the middle of the slot. */
function wirePath(box: HTMLElement, sentenceId: string): string {
  const id = CSS.escape(sentenceId)
  const sentence = box.querySelector(`[data-s="${id}"]`)
  const slot = box.querySelector(`[data-slot="${id}"]`)
  const text = sentence?.closest("section")
  const pane = slot?.closest("[data-scrolls]")
  const line = sentence?.getClientRects()[0]
  if (!slot || !text || !pane || !line) return ""
  const [frame, target, left] = [
    box.getBoundingClientRect(),
    slot.getBoundingClientRect(),
    text.getBoundingClientRect(),
  ]
  const isRtl = getComputedStyle(box).direction === "rtl"
  const divide = (isRtl ? left.left : left.right) - frame.left
  const from = { x: (isRtl ? line.left : line.right) - frame.left, y: line.bottom - frame.top + 2 }
  const to = {
    x: (isRtl ? target.right : target.left) - frame.left,
    y: target.top + target.height / 2 - frame.top,
  }
  const inSight = (y: number) => y > 0 && y < frame.height
  if (!inSight(from.y) || !inSight(to.y)) return ""
  return `M${from.x} ${from.y}H${divide}V${to.y}H${to.x}`
}
