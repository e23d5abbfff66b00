import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { type Clock, Instant } from "@/components/lesson/instant"
import { StartButton } from "@/components/quiz/start/start-button"
import { WaitForStart } from "@/components/quiz/start/wait-for-start"
import { ButtonLink } from "@/components/ui/button"
import { PageHeading } from "@/components/ui/page-heading"

type StartQuizProps = {
  assignmentId: string
  itemCount: number
  /** This student's own. Null: no limit. */
  timeLimitMinutes: number | null
  closesAt: Date
  window: "before" | "open" | "closed"
  attemptsLeft: number
  attemptsAllowed: number
  hasSubmitted: boolean
  /** The teacher begins it, and has not. */
  waits: boolean
  /** The last attempt rests until then. */
  nextAttemptFrom: Date | null
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

function Terms({
  itemCount,
  timeLimitMinutes,
  closesAt,
  attemptsLeft,
  attemptsAllowed,
  clock,
}: StartQuizProps) {
  const words = useTranslations("quiz.start")
  return (
    <dl className="mt-6 max-w-read border-rule border-b">
      <Term name={words("questions")}>{words("questionCount", { count: itemCount })}</Term>
      <Term name={words("time")}>
        {timeLimitMinutes === null ? words("noLimit") : words("minutes", { minutes: timeLimitMinutes })}
      </Term>
      <Term name={words("closes")}>
        <Instant at={closesAt} clock={clock} long />
        {timeLimitMinutes !== null && isCutOff(timeLimitMinutes, closesAt, clock.now) && (
          <span className="block text-part">{words("cutOff")}</span>
        )}
      </Term>
      <Term name={words("attempts")}>
        {words("attemptsLeft", { left: attemptsLeft, allowed: attemptsAllowed })}
      </Term>
    </dl>
  )
}

const MINUTE = 60_000

/** Whoever starts now has less than the full time, because the quiz closes before. */
const isCutOff = (minutes: number, closesAt: Date, now: Date): boolean =>
  closesAt.getTime() - now.getTime() < minutes * MINUTE

function Term({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[7rem_minmax(0,1fr)] gap-4 border-rule border-t py-2.5 md:grid-cols-[10rem_minmax(0,1fr)]">
      <dt className="text-ink-2">{name}</dt>
      <dd className="font-medium">{children}</dd>
    </div>
  )
}
