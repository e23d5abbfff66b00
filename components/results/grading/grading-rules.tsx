"use client"

import { useTranslations } from "next-intl"
import { useState, useTransition } from "react"
import { type Clock, Instant } from "@/components/lesson/instant"
import type { ActionResult } from "@/components/ui/action-form"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { Hang } from "@/components/ui/hang"

type Act = (input: unknown) => Promise<ActionResult<unknown>>
export type RulesActions = { set: Act; release: Act }

type GradingRulesProps = {
  assignmentId: string
  /** `releasedAt` is ISO. */
  rules: { asksSecond: boolean; holds: boolean; releasedAt: string | null }
  release: { students: number; ungraded: number }
  clock: Clock
  actions: RulesActions
}

/** Whether grades are held, and whether two are asked for; and the one press that shows held ones. */
export function GradingRules({ assignmentId, rules, release, clock, actions }: GradingRulesProps) {
  const results = useTranslations("results.grading.rules")
  const [pending, start] = useTransition()
  const [refusal, setRefusal] = useState<string | null>(null)
  const set = (change: { asksSecond?: boolean; holds?: boolean }) => {
    if (pending) return
    start(async () => {
      const result = await actions.set({ assignmentId, ...change })
      setRefusal(result.ok ? null : result.message)
    })
  }
  const isHeld = rules.holds && !rules.releasedAt
  return (
    <Hang label={results("title")} className="mt-8">
      <div className="grid max-w-read gap-2">
        <Checkbox
          label={results("holds")}
          hint={results("holdsHint")}
          checked={isHeld}
          onChange={(event) => set({ holds: event.target.checked })}
        />
        {isHeld && (
          <div className="ps-7">
            <ConfirmDialog
              trigger={<Button dense>{results("release")}</Button>}
              title={results("releaseTitle", { count: release.students })}
              confirmLabel={results("release")}
              variant="main"
              onConfirm={() => actions.release({ assignmentId })}
            >
              {results("releaseBody", { ungraded: release.ungraded })}
              {rules.asksSecond && ` ${results("releaseSettled")}`}
            </ConfirmDialog>
          </div>
        )}
        {rules.holds && rules.releasedAt && (
          <p className="ps-7 text-13 text-ink-2">
            {results.rich("releasedAt", {
              at: () => <Instant at={new Date(rules.releasedAt ?? 0)} clock={clock} />,
            })}
          </p>
        )}
        <Checkbox
          label={results("asksSecond")}
          hint={results("asksSecondHint")}
          checked={rules.asksSecond}
          onChange={(event) => set({ asksSecond: event.target.checked })}
        />
        {refusal && (
          <p role="alert" className="text-13 text-wrong">
            {refusal}
          </p>
        )}
      </div>
    </Hang>
  )
}
