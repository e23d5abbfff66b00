import { useTranslations } from "next-intl"
import { type Clock, Instant } from "@/components/lesson/instant"
import { minutesBeforeCutOff, type TimeSum } from "@/lib/quiz/time-sum"

/** What makes this student's quiz another than the class's. */
export type Receipt = {
  /** Null: the class has no time limit. */
  time: TimeSum | null
  classDueAt: Date
  classClosesAt: Date
  dueAt: Date
  /** Of the attempts allowed, those on top of the class's. */
  extraAttempts: number
}

/** The student's own minutes, written out of their parts: "60 minutes from when you start (30 × 2)". */
export function OwnTime({ time }: { time: TimeSum | null }) {
  const words = useTranslations("quiz.start")
  const sum = useTranslations("quiz.start.sum")
  if (!time) return words("noLimit")
  if (time.minutes === null) return sum("noLimit", { minutes: time.limit })
  const parts = [
    time.multiplier === 1
      ? String(time.limit)
      : sum("times", { limit: time.limit, multiplier: time.multiplier }),
    time.extraMinutes > 0 && sum("more", { minutes: time.extraMinutes }),
    time.exceptionMinutes > 0 && sum("thisOne", { minutes: time.exceptionMinutes }),
  ].filter((part) => part !== false)
  return (
    <>
      {words("minutes", { minutes: time.minutes })}
      {time.isOwn && (
        <span className="block font-normal text-13 text-ink-2">
          {sum("parts", { minutes: time.minutes, sum: parts.join(" + "), rounded: String(time.rounded) })}
        </span>
      )}
    </>
  )
}

type OwnCloseProps = { receipt: Receipt; closesAt: Date; clock: Clock }

/** When it closes for this student, the class's where that is another, and how much time the close leaves. */
export function OwnClose({ receipt, closesAt, clock }: OwnCloseProps) {
  const sum = useTranslations("quiz.start.sum")
  const { time, classClosesAt } = receipt
  const left = minutesBeforeCutOff(time?.minutes ?? null, closesAt, clock.now)
  return (
    <>
      <Instant at={closesAt} clock={clock} long />
      {closesAt.getTime() !== classClosesAt.getTime() && (
        <span className="block font-normal text-13 text-ink-2">
          {sum.rich("classCloses", { at: () => <Instant at={classClosesAt} clock={clock} /> })}
        </span>
      )}
      {left !== null && (
        <span className="block text-part">{sum("cutOff", { left, minutes: time?.minutes ?? 0 })}</span>
      )}
    </>
  )
}

/** The attempts that are left, those on top of the class's named. */
export function OwnAttempts(props: { left: number; allowed: number; extra: number }) {
  const words = useTranslations("quiz.start")
  const { left, allowed, extra } = props
  return (
    <>
      {words("attemptsLeft", { left, allowed })}
      {extra > 0 && (
        <span className="block font-normal text-13 text-ink-2">
          {words("sum.attempts", { class: allowed - extra, extra })}
        </span>
      )}
    </>
  )
}
