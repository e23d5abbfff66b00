"use client"

import { useTranslations } from "next-intl"
import { useSyncExternalStore } from "react"

const never = () => () => {}

/** On a page that came without encryption: what this browser then does not do. Nothing otherwise. */
export function HttpNote() {
  const words = useTranslations("quiz.start")
  const isSecure = useSyncExternalStore(
    never,
    () => window.isSecureContext,
    () => true,
  )
  return isSecure ? null : <p className="mt-4 max-w-read text-13 text-ink-2">{words("http")}</p>
}
