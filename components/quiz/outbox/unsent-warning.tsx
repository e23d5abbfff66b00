"use client"

import { useTranslations } from "next-intl"
import { useEffect } from "react"
import { useSending } from "@/components/quiz/outbox/use-sending"
import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"

/** Inside a window that asks whether to sign out: what is on this device only. It is sent at once where that can be. */
export function UnsentWarning({ personId }: { personId: string }) {
  const words = useTranslations("quiz.outbox")
  const { count, busy, why, send } = useSending(personId)
  useEffect(() => void send(), [send])
  if (count === 0) return null
  return (
    <Notice
      kind="warning"
      title={words("onlyHere", { count })}
      className="mt-3 text-ink"
      acts={
        <Button dense variant="line" aria-disabled={busy || undefined} onClick={() => !busy && void send()}>
          {words("again")}
        </Button>
      }
    >
      {busy || !why ? words("sending", { count }) : words(`signOut.${why}`, { count })}{" "}
      {words("signOut.kept", { count })}
    </Notice>
  )
}
