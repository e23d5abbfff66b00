import { useTranslations } from "next-intl"
import { formatInstant, type ShownIn } from "@/lib/lesson/school-time"
import type { ReleasePolicy } from "@/lib/quiz/release"

type AssignmentFactsProps = {
  assignment: {
    opensAt: Date
    dueAt: Date
    closesAt: Date
    releasePolicy: ReleasePolicy
    releasedAt: Date | null
    teacherStarts: boolean
    quizStartedAt: Date | null
  }
  /** Students with dates of their own. */
  otherTimes: number
  clock: ShownIn & { now: Date }
}

/** When it opens, is due or closed; who has other dates; when results show. */
export function AssignmentFacts({ assignment, otherTimes, clock }: AssignmentFactsProps) {
  const results = useTranslations("results")
  const { opensAt, dueAt, closesAt, releasePolicy, releasedAt } = assignment
  const { teacherStarts, quizStartedAt } = assignment
  const said = (instant: Date) => formatInstant(instant, clock)
  const times =
    clock.now < opensAt
      ? results("openFrom", { opens: said(opensAt) })
      : clock.now >= closesAt
        ? results("closedSince", { closes: said(closesAt) })
        : results("openUntil", { opens: said(opensAt), due: said(dueAt) })
  return (
    <div className="grid gap-0.5">
      <p>
        {times}
        {teacherStarts && (
          <>
            . {quizStartedAt ? results("quizStarted", { when: said(quizStartedAt) }) : results("quizWaits")}
          </>
        )}
        {otherTimes > 0 && <>. {results("otherTimes", { count: otherTimes })}</>}
      </p>
      <p>
        {releasedAt
          ? results("releasedAt", { when: said(releasedAt) })
          : results(`releasedBy.${releasePolicy}`)}
      </p>
    </div>
  )
}
