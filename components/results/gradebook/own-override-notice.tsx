import { useTranslations } from "next-intl"
import { Notice } from "@/components/ui/notice"
import { displayPoints } from "@/lib/quiz/score-display"
import type { Score } from "@/lib/results/gradebook/cell-standing"

/** Tells a student, above their results, that a teacher has set the score; and why, where that was written for them. */
export function OwnOverrideNotice({ earned, possible, reason }: Score & { reason: string | null }) {
  const words = useTranslations("results.gradebook.own")
  return (
    <Notice className="mb-6">
      {words("set", { score: displayPoints(earned), possible })}
      {reason && (
        <span dir="auto" className="mt-1 block text-ink-2">
          {words("reason", { reason })}
        </span>
      )}
    </Notice>
  )
}
