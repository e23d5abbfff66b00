"use client"

import { useTranslations } from "next-intl"
import type { SavingState } from "@/components/quiz/sitting/answer-saver"
import type { SavingPlace } from "@/components/quiz/sitting/sitting-props"
import { Notice } from "@/components/ui/notice"
import { TextLink } from "@/components/ui/text-link"

type SavingNoticeProps = {
  state: SavingState
  isOver: boolean
  saving: SavingPlace | null
  unsent: number
  graceMinutes: number
}

/** What stands in the way of saving, what is safe, and what to do. Nothing while all is well. */
export function SavingNotice({ state, isOver, saving, unsent, graceMinutes }: SavingNoticeProps) {
  const words = useTranslations("quiz.notice")
  if (!saving) return <Notice title={words("preview.title")}>{words("preview.what")}</Notice>
  const toResults = <TextLink href={saving.resultsHref}>{words("toResults")}</TextLink>
  if (isOver)
    return (
      <Notice kind="warning" title={words("over.title")} acts={toResults}>
        {graceMinutes > 0
          ? words("over.grace", { unsent, minutes: graceMinutes })
          : words("over.what", { unsent })}
      </Notice>
    )
  if (state === "handedIn")
    return (
      <Notice kind="warning" title={words("handedIn.title")} acts={toResults}>
        {words("handedIn.what")}
      </Notice>
    )
  if (state === "signedOut") {
    const href = `/sign-in?next=${encodeURIComponent(saving.quizHref)}`
    return (
      <Notice
        kind="warning"
        title={words("signedOut.title")}
        acts={
          <a className="link" href={href}>
            {words("signIn")}
          </a>
        }
      >
        {words("signedOut.what", { unsent })}
      </Notice>
    )
  }
  if (state === "refused")
    return (
      <Notice kind="error" title={words("refused.title")}>
        {words("refused.what")}
      </Notice>
    )
  if (state === "offline")
    return (
      <Notice kind="info" title={words("offline.title")}>
        {words("offline.what", { unsent })}
      </Notice>
    )
  return null
}
