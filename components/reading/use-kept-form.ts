"use client"

import { useCallback, useEffect, useRef, useState } from "react"

/**
 * State that outlives a reload and a closed tab: kept on this device under `key` until `forget`. `wasRestored` says that
 * what is shown was found there.
 */
export function useKeptForm<T>(key: string, initial: T) {
  const [value, setValue] = useState(initial)
  const [wasRestored, setRestored] = useState(false)
  const isReady = useRef(false)
  useEffect(() => {
    const kept = read<T>(key)
    if (kept !== null) setValue(kept)
    setRestored(kept !== null)
    isReady.current = true
  }, [key])
  const change = useCallback(
    (next: T) => {
      setValue(next)
      if (isReady.current) write(key, next)
    },
    [key],
  )
  const forget = useCallback(() => {
    setRestored(false)
    write(key, null)
  }, [key])
  return { value, change, forget, wasRestored }
}

function read<T>(key: string): T | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null")
  } catch {
    return null
  }
}

function write(key: string, value: unknown): void {
  try {
    if (value === null) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(value))
  } catch {
    // Too large, or forbidden: then only this page holds it.
  }
}
