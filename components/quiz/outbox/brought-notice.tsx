"use client"

import { useLocale, useTranslations } from "next-intl"
import { useEffect, useState } from "react"
import type { Brought } from "@/components/quiz/outbox/bring-answers"
import { LeftAnswers } from "@/components/quiz/outbox/left-answers"
import { sinceWhen } from "@/components/quiz/outbox/since-when"
import { countStored, forgetStored } from "@/components/quiz/outbox/stored-answers"
import { fillFromVault, keepInVault } from "@/components/quiz/outbox/vault"
import { Notice } from "@/components/ui/notice"
import { outboxKey } from "@/lib/quiz/outbox-keys"

/** Brings what waits of this person, as soon as the page lives and whenever the connection comes back, and says so. */
export function BroughtNotice({ personId }: { personId: string }) {
  const [brought, setBrought] = useState<Brought | null>(null)
  useEffect(() => {
    let isHere = true
    const bring = async () => {
      await fillFromVault(personId)
      if (countStored(personId) === 0) return
      // Loaded only where something waits: nearly every page has nothing.
      const { bringAnswers } = await import("@/components/quiz/outbox/bring-answers")
      const now = await bringAnswers(personId)
      if (isHere) setBrought((before) => ({ ...now, ...sum(before, now) }))
    }
    void bring()
    window.addEventListener("online", bring)
    return () => {
      isHere = false
      window.removeEventListener("online", bring)
    }
  }, [personId])
  if (!brought) return null
  const forget = (attemptIds: readonly string[]) => {
    forgetStored(personId, attemptIds)
    for (const attemptId of attemptIds) keepInVault(outboxKey(personId, attemptId), null)
    setBrought({ ...brought, left: brought.left.filter(({ attemptId }) => !attemptIds.includes(attemptId)) })
  }
  return (
    <div className="mb-6 grid gap-3 empty:hidden print:hidden">
      {brought.count > 0 && <BroughtLine brought={brought} />}
      <LeftAnswers left={brought.left} onForget={forget} />
    </div>
  )
}

/** What was said once stays said when a second try brings the rest. */
const sum = (before: Brought | null, now: Brought) => ({
  count: now.count + (before?.count ?? 0),
  late: now.late + (before?.late ?? 0),
  givenAt: before?.givenAt ?? now.givenAt,
})

function BroughtLine({ brought: { count, late, givenAt } }: { brought: Brought }) {
  const words = useTranslations("quiz.outbox")
  const locale = useLocale()
  const since = givenAt ? sinceWhen(new Date(givenAt), new Date(), locale) : null
  return (
    <Notice kind="success">
      {words("brought", { count, since: since?.kind ?? "unknown", day: since?.day ?? "" })}{" "}
      {late > 0 && words("broughtLate", { count, late })}
    </Notice>
  )
}
