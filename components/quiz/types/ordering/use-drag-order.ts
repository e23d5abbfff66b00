"use client"

import { type PointerEvent, useEffect, useRef, useState } from "react"

type Drag = { from: number; to: number }

/**
 * Dragging a line of a list by its handle, with a finger, a pen or a mouse. The lines stay where they are until the drop,
 * and only a mark moves: so nothing is lost when the drag is broken off, by Escape or by the browser.
 */
export function useDragOrder(onDrop: (drag: Drag) => void) {
  const list = useRef<HTMLOListElement>(null)
  const [drag, setDrag] = useState<Drag | null>(null)
  const isDragging = drag !== null
  useEffect(() => {
    if (!isDragging) return
    const giveUp = (event: KeyboardEvent) => event.key === "Escape" && setDrag(null)
    document.addEventListener("keydown", giveUp)
    return () => document.removeEventListener("keydown", giveUp)
  }, [isDragging])
  const handle = (from: number) => ({
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0) return
      event.preventDefault()
      event.currentTarget.setPointerCapture(event.pointerId)
      setDrag({ from, to: from })
    },
    onPointerMove: (event: PointerEvent) => {
      if (drag) setDrag({ ...drag, to: placeAt(list.current, drag.from, event.clientY) })
    },
    onPointerUp: () => {
      if (drag && drag.to !== drag.from) onDrop(drag)
      setDrag(null)
    },
    onPointerCancel: () => setDrag(null),
  })
  return { list, drag, handle }
}

/** The place, from 0, that a line would have if it were dropped at this height. */
function placeAt(list: HTMLElement | null, from: number, height: number): number {
  const lines = [...(list?.children ?? [])].filter((_, at) => at !== from)
  return lines.filter((line) => {
    const { top, bottom } = line.getBoundingClientRect()
    return (top + bottom) / 2 < height
  }).length
}
