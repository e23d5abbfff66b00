"use client"

import { useTranslations } from "next-intl"
import { useSyncExternalStore } from "react"
import { Notice } from "@/components/ui/notice"

const watch = (changed: () => void): (() => void) => {
  window.addEventListener("online", changed)
  window.addEventListener("offline", changed)
  return () => {
    window.removeEventListener("online", changed)
    window.removeEventListener("offline", changed)
  }
}

/** Whether the device believes it has a connection. Belief only: a request may still fail. */
export const useOnline = (): boolean =>
  useSyncExternalStore(
    watch,
    () => navigator.onLine,
    () => true,
  )

type OfflineNoticeProps = {
  /** A request failed although the device believes it is connected. */
  failed?: boolean
  /** What is safe meanwhile, in a sentence; without it, that typed words stay on this page. */
  safe?: string
}

/** Says that there is no connection, what is safe, and what to do. Nothing while all is well. */
export function OfflineNotice({ failed = false, safe }: OfflineNoticeProps) {
  const common = useTranslations("common")
  const online = useOnline()
  if (online && !failed) return null
  return (
    <Notice kind="warning" title={common(online ? "offline.failed" : "offline.title")}>
      {safe ?? common("offline.safe")} {common("offline.next")}
    </Notice>
  )
}
