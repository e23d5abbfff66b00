"use client"

import { Check, Clock as ClockIcon, X } from "lucide-react"
import { useTranslations } from "next-intl"
import { ActButton } from "@/components/ui/act-button"
import type { ActionResult } from "@/components/ui/action-form"
import { urduLang } from "@/lib/reading/urdu"

/** An appeal in words: times as the school writes them. */
export type OwnAppealView = {
  state: "open" | "upheld" | "declined"
  reason: string
  sentAt: string
  decidedAt: string | null
  answer: string | null
}

type AppealStateProps = {
  appeal: OwnAppealView
  withdraw: {
    action: (input: unknown) => Promise<ActionResult<unknown>>
    input: Record<string, unknown>
    position: number
  }
}

const icons = { open: ClockIcon, upheld: Check, declined: X }

/** What was sent and how it stands; while nobody has decided, it can be taken back. */
export function AppealState({ appeal, withdraw }: AppealStateProps) {
  const words = useTranslations("quiz.appeal")
  const { state, reason, sentAt, decidedAt, answer } = appeal
  const Icon = icons[state]
  return (
    <div className="grid gap-2 border-rule-firm border-s-2 ps-4 text-15">
      <p className="flex items-start gap-1.5">
        <Icon aria-hidden className="mt-1 size-4 shrink-0 text-ink-2" />
        <span>
          {state === "open" ? words("sent", { at: sentAt }) : words(state, { at: decidedAt ?? "" })}
        </span>
      </p>
      <blockquote
        dir="auto"
        lang={urduLang(reason)}
        className="wrap-anywhere whitespace-pre-line text-13 text-ink-2"
      >
        {reason}
      </blockquote>
      {answer && (
        <figure>
          <figcaption className="text-13 text-ink-2">{words("teacherSays")}</figcaption>
          <p dir="auto" lang={urduLang(answer)} className="wrap-anywhere whitespace-pre-line">
            {answer}
          </p>
        </figure>
      )}
      {state === "open" && (
        <div>
          <ActButton
            variant="quiet"
            action={withdraw.action}
            input={withdraw.input}
            label={words("withdrawOf", { position: withdraw.position })}
          >
            {words("withdraw")}
          </ActButton>
        </div>
      )}
    </div>
  )
}
