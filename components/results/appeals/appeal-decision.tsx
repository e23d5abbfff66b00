"use client"

import { Check, X } from "lucide-react"
import { useTranslations } from "next-intl"
import { useEffect, useRef, useState } from "react"
import { type Clock, Instant } from "@/components/lesson/instant"
import { AppealForm } from "@/components/results/appeals/appeal-form"
import type { ActionResult } from "@/components/ui/action-form"
import { Notice } from "@/components/ui/notice"

export type DecideAppeal = (
  input: unknown,
) => Promise<ActionResult<{ outcome: "saved" } | { outcome: "decided"; by: string }>>

export type StandingDecision = {
  state: "upheld" | "declined"
  answer: string | null
  by: string | null
  at: Date | null
}

type AppealDecisionProps = {
  place: { assignmentId: string; attemptId: string; itemId: string }
  /** Null while nobody has decided. */
  standing: StandingDecision | null
  /** Of the student. */
  name: string
  /** Points that may be given; empty where the answer has all of them. */
  offered: readonly number[]
  clock: Clock
  /** Null for who only looks. */
  action: DecideAppeal | null
}

/** What was decided, or the form that decides. Stays in its place when the page comes again, and takes the focus then. */
export function AppealDecision({ standing, action, ...form }: AppealDecisionProps) {
  const words = useTranslations("results.appeals")
  const [overtakenBy, setOvertakenBy] = useState<string | null>(null)
  const shown = useRef<HTMLDivElement>(null)
  const wasOpen = useRef(standing === null)
  useEffect(() => {
    if (standing && wasOpen.current) shown.current?.focus()
    wasOpen.current = standing === null
  }, [standing])
  if (!standing && !action) return <p className="mt-4 text-13 text-ink-2">{words("waits")}</p>
  if (!standing && action)
    return (
      <AppealForm
        {...form}
        action={action}
        onDone={(value) => value.outcome === "decided" && setOvertakenBy(value.by)}
      />
    )
  return (
    <div ref={shown} tabIndex={-1} className="mt-4 grid max-w-read gap-2">
      {overtakenBy !== null && (
        <Notice kind="warning">{words("decidedMeanwhile", { name: overtakenBy })}</Notice>
      )}
      {standing && <Standing standing={standing} clock={form.clock} />}
    </div>
  )
}

function Standing({
  standing: { state, answer, by, at },
  clock,
}: {
  standing: StandingDecision
  clock: Clock
}) {
  const words = useTranslations("results.appeals")
  const Icon = state === "upheld" ? Check : X
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-2">
        <Icon aria-hidden className="size-4 shrink-0 text-ink-2" />
        <span className="font-semibold">{words(state)}</span>
        <span className="text-13 text-ink-2">
          {words.rich("decidedBy", {
            name: by ?? "",
            at: () => at && <Instant at={at} clock={clock} />,
          })}
        </span>
      </p>
      {answer && (
        <p dir="auto" className="wrap-anywhere whitespace-pre-line ps-6">
          {answer}
        </p>
      )}
    </>
  )
}
