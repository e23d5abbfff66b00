"use client"

import { useTranslations } from "next-intl"
import type { Brought, WhyHere } from "@/components/quiz/outbox/bring-answers"
import { Button } from "@/components/ui/button"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { Notice } from "@/components/ui/notice"

type LeftAnswersProps = { left: Brought["left"]; onForget: (attemptIds: readonly string[]) => void }

/** The school does not take these, today or later: keeping them is all that is left to do. */
const isFinal = (why: WhyHere): boolean => why === "handedIn" || why === "refused"

/** Answers that are still on this device only, why, and what can be done. */
export function LeftAnswers({ left, onForget }: LeftAnswersProps) {
  const words = useTranslations("quiz.outbox")
  const reasons = [...new Set(left.map(({ why }) => why))]
  return reasons.map((why) => {
    const these = left.filter((one) => one.why === why)
    const count = these.reduce((sum, one) => sum + one.count, 0)
    return (
      <Notice
        key={why}
        kind={why === "offline" ? "info" : "warning"}
        title={words("left", { count })}
        acts={
          isFinal(why) && (
            <ConfirmDialog
              trigger={
                <Button dense variant="line">
                  {words("forget")}
                </Button>
              }
              title={words("forgetTitle", { count })}
              confirmLabel={words("forget")}
              onConfirm={async () => {
                onForget(these.map(({ attemptId }) => attemptId))
                return undefined
              }}
            >
              {words("forgetWhat", { count })}
            </ConfirmDialog>
          )
        }
      >
        {words(`why.${why}`, { count })}
      </Notice>
    )
  })
}
