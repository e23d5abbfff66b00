"use client"

import { useState } from "react"
import { type AuthoredItem, isKeyed } from "@/lib/quiz/authored-item"

/**
 * The question as it is being written, and as it would be saved: a view is saved without key, feedback and explanation,
 * but what was written of them comes back when the author changes the level again.
 */
export function useItemDraft(initial: AuthoredItem) {
  const [item, setItem] = useState(initial)
  const change = (part: Partial<AuthoredItem>) => setItem((before) => ({ ...before, ...part }))
  const asSaved: AuthoredItem = isKeyed(item.level)
    ? { ...item, key: trimKey(item.key) }
    : { ...item, key: null, feedback: {}, explanation: null }
  return { item, change, asSaved }
}

/** Empty lines are no right answers. */
function trimKey(key: unknown): unknown {
  if (typeof key !== "object" || key === null || !("variants" in key) || !Array.isArray(key.variants))
    return key ?? null
  const weighed =
    "weighed" in key && Array.isArray(key.weighed) ? { weighed: key.weighed.filter(isWritten) } : {}
  return { ...key, variants: key.variants.map(String).filter((one) => one.trim() !== ""), ...weighed }
}

const isWritten = ({ text }: { text: unknown }): boolean => String(text).trim() !== ""
