import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { type Clock, Instant } from "@/components/lesson/instant"
import { HttpNote } from "@/components/quiz/start/http-note"
import { OwnAttempts, OwnClose, OwnTime, type Receipt } from "@/components/quiz/start/own-receipt"
import { QuizRules, type RulesOfQuiz } from "@/components/quiz/start/quiz-rules"
import { StartButton } from "@/components/quiz/start/start-button"
import { WaitForStart } from "@/components/quiz/start/wait-for-start"
import { ButtonLink } from "@/components/ui/button"
import { PageHeading } from "@/components/ui/page-heading"

type StartQuizProps = {
  assignmentId: string
  itemCount: number
  receipt: Receipt
  closesAt: Date
  window: "before" | "open" | "closed"
  attemptsLeft: number
  attemptsAllowed: number
  hasSubmitted: boolean
  /** The teacher begins it, and has not. */
  waits: boolean
  /** The last attempt rests until then. */
  nextAttemptFrom: Date | null
  rules: RulesOfQuiz
  clock: Clock
}

/** Before a quiz and between its attempts: what it is, how long, until when for this student; then it begins. */
export function StartQuiz(props: StartQuizProps) {
  const words = useTranslations("quiz.start")
  const { itemCount, window, attemptsLeft, hasSubmitted, assignmentId, waits, nextAttemptFrom, clock } = props
  const canStart = window === "open" && attemptsLeft > 0 && itemCount > 0
  const state = stateOf(props)
  return (
    <div className="mx-auto max-w-narrow">
      <PageHeading title={words(`title.${state}`, { count: itemCount })} lead={words(`what.${state}`)} />
      {canStart && <Terms {...props} />}
      {canStart && <QuizRules {...props.rules} />}
      {canStart && <HttpNote />}
      <div className="mt-6 flex flex-wrap items-center gap-4">
        {canStart && waits && <WaitForStart assignmentId={assignmentId} />}
        {canStart && !waits && (
          <StartButton
            assignmentId={assignmentId}
            again={hasSubmitted}
            from={nextAttemptFrom?.toISOString() ?? null}
            serverNow={clock.now.toISOString()}
          />
        )}
        {hasSubmitted && (
          <ButtonLink href={`/a/${assignmentId}/results`} variant={canStart ? "line" : "main"}>
            {words("toResults")}
          </ButtonLink>
        )}
        {!canStart && !hasSubmitted && (
          <ButtonLink href="/home" variant="line">
            {words("toHome")}
          </ButtonLink>
        )}
      </div>
    </div>
  )
}

function stateOf({ itemCount, hasSubmitted, window, waits }: StartQuizProps) {
  if (itemCount === 0) return "empty"
  if (hasSubmitted) return "again"
  if (window === "closed") return "missed"
  return waits ? "waits" : "first"
}

function Terms({ itemCount, receipt, closesAt, attemptsLeft, attemptsAllowed, clock }: StartQuizProps) {
  const words = useTranslations("quiz.start")
  return (
    <dl className="mt-6 max-w-read border-rule border-b">
      <Term name={words("questions")}>{words("questionCount", { count: itemCount })}</Term>
      <Term name={words("time")}>
        <OwnTime time={receipt.time} />
      </Term>
      {receipt.dueAt.getTime() !== receipt.classDueAt.getTime() && (
        <Term name={words("sum.due")}>
          <Instant at={receipt.dueAt} clock={clock} long />
        </Term>
      )}
      <Term name={words("closes")}>
        <OwnClose {...{ receipt, closesAt, clock }} />
      </Term>
      <Term name={words("attempts")}>
        <OwnAttempts left={attemptsLeft} allowed={attemptsAllowed} extra={receipt.extraAttempts} />
      </Term>
    </dl>
  )
}

function Term({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[7rem_minmax(0,1fr)] gap-4 border-rule border-t py-2.5 md:grid-cols-[10rem_minmax(0,1fr)]">
      <dt className="text-ink-2">{name}</dt>
      <dd className="font-medium">{children}</dd>
    </div>
  )
}
