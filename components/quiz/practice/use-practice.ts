"use client"

import { useRef, useState } from "react"
import type { ActionResult } from "@/components/ui/action-form"
import type { ItemResult } from "@/lib/quiz/build-results"
import type { PublicItem } from "@/lib/quiz/public-item"

export type CheckedAnswer = { position: number; result: ItemResult }
export type AnswerAction = (input: unknown) => Promise<ActionResult<CheckedAnswer>>

export type PracticePlace = { assignmentId: string; rehearsalId: string }

type UsePractice = {
  place: PracticePlace
  items: readonly PublicItem[]
  checked: readonly CheckedAnswer[]
  /** Nothing more can be answered. */
  isEnded: boolean
  answer: AnswerAction
}

/** Why an answer is not stored: no connection, or a sentence of the server's. */
export type PracticeFault = { kind: "offline" } | { kind: "refused"; message: string }

/** A practice under way: an answer counts as given only once the server has stored it, and what it says to it comes with that. */
export function usePractice({ place, items, checked, isEnded, answer }: UsePractice) {
  const [results, setResults] = useState(() => new Map(checked.map((one) => [one.position, one.result])))
  const [at, setAt] = useState(() => {
    const open = items.findIndex(({ position }) => !results.has(position))
    return open < 0 || isEnded ? items.length : open
  })
  const [value, setValue] = useState<unknown>(null)
  const [fault, setFault] = useState<PracticeFault | null>(null)
  const [pending, setPending] = useState(false)
  const busy = useRef(false)
  const item = items[at]
  const check = async () => {
    if (!item || busy.current) return
    busy.current = true
    setPending(true)
    // A rejected promise is a request that did not come back: no connection, or a server that is away.
    const sent = await answer({ ...place, position: item.position, value }).catch(() => null)
    busy.current = false
    setPending(false)
    if (!sent) return setFault({ kind: "offline" })
    if (!sent.ok) return setFault({ kind: "refused", message: sent.message })
    setFault(null)
    setResults((before) => new Map(before).set(sent.value.position, sent.value.result))
  }
  const next = () => {
    setValue(null)
    setFault(null)
    setAt(at + 1)
  }
  const give = (given: unknown) => {
    setFault(null)
    setValue(given)
  }
  const result = item && results.get(item.position)
  return { item, result, results, value, fault, pending, check, next, give, isLast: at === items.length - 1 }
}
