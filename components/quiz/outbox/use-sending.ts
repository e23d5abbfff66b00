"use client"

import { useCallback, useState } from "react"
import type { WhyHere } from "@/components/quiz/outbox/bring-answers"
import { countStored } from "@/components/quiz/outbox/stored-answers"

export type Sending = {
  /** Answers that are on this device only. */
  count: number
  busy: boolean
  /** Why they are still here; null before the first try. */
  why: WhyHere | null
  /** Tries once; true when nothing is left here. */
  send: () => Promise<boolean>
}

/** Brings a person's waiting answers when told to. */
export function useSending(personId: string): Sending {
  const [state, setState] = useState({ count: 0, busy: false, why: null as WhyHere | null })
  const send = useCallback(async () => {
    setState({ count: countStored(personId), busy: true, why: null })
    const why = await tryOnce(personId)
    const count = countStored(personId)
    setState({ count, busy: false, why })
    return count === 0
  }, [personId])
  return { ...state, send }
}

async function tryOnce(personId: string): Promise<WhyHere> {
  try {
    const { bringAnswers } = await import("@/components/quiz/outbox/bring-answers")
    const { left } = await bringAnswers(personId)
    return left[0]?.why ?? "offline"
  } catch {
    // Without a connection not even the part that sends can be fetched.
    return "offline"
  }
}
