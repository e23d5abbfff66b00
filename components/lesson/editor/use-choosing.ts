"use client"

import { useRef, useState } from "react"

/** Which of a list's things are chosen. With Shift, all from the one pressed last to this one become as this one. */
export function useChoosing(ids: readonly string[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const last = useRef<string | null>(null)
  const toggle = (id: string, isOn: boolean, withShift: boolean) => {
    const from = withShift && last.current ? ids.indexOf(last.current) : -1
    const to = ids.indexOf(id)
    const range = from < 0 ? [id] : ids.slice(Math.min(from, to), Math.max(from, to) + 1)
    last.current = id
    setChosen((before) => {
      const next = new Set(before)
      for (const one of range) isOn ? next.add(one) : next.delete(one)
      return next
    })
  }
  // What was withdrawn meanwhile is no longer chosen.
  const there = ids.filter((id) => chosen.has(id))
  return {
    chosen: there,
    isChosen: (id: string) => chosen.has(id),
    toggle,
    chooseAll: () => setChosen(new Set(ids)),
    chooseNone: () => setChosen(new Set()),
  }
}

export type Choosing = ReturnType<typeof useChoosing>
