"use client"

import { useEffect } from "react"

/**
 * Lets arrow keys walk the rows of every table marked `data-walk-rows`: up and down move between the links that name
 * the rows, Home and End go to the first and the last. One handler for all; without it, Tab still gets everywhere.
 */
export function WalkRows() {
  useEffect(() => {
    document.addEventListener("keydown", walk)
    return () => document.removeEventListener("keydown", walk)
  }, [])
  return null
}

function walk(event: KeyboardEvent): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
  const here = event.target instanceof Element ? event.target.closest<HTMLElement>("a, button") : null
  const table = here?.closest("table[data-walk-rows]")
  const row = here?.closest("tbody > tr")
  if (!here || !table || !row) return
  const rows = [...table.querySelectorAll("tbody > tr")]
  const to = next(event.key, rows.indexOf(row), rows.length)
  if (to === null) return
  const column = [...row.children].findIndex((cell) => cell.contains(here))
  const cell = rows[to]?.children[column]
  const target =
    cell?.querySelector<HTMLElement>("a, button") ?? rows[to]?.querySelector<HTMLElement>("a, button")
  if (!target) return
  event.preventDefault()
  target.focus()
  target.scrollIntoView({ block: "nearest" })
}

function next(key: string, at: number, count: number): number | null {
  if (key === "ArrowDown") return Math.min(count - 1, at + 1)
  if (key === "ArrowUp") return Math.max(0, at - 1)
  if (key === "Home") return 0
  return key === "End" ? count - 1 : null
}
