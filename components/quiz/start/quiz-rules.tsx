import { useTranslations } from "next-intl"
import type { CountingPolicy } from "@/lib/quiz/counted-attempt"

export type RulesOfQuiz = {
  attemptsAllowed: number
  graceMinutes: number
  coolDownMinutes: number
  counting: CountingPolicy
  itemOrder: "free" | "one_way"
  asksConfidence: boolean
}

/** What a student should know before time runs, where it is not as usual. Nothing where all is. */
export function QuizRules({
  attemptsAllowed,
  graceMinutes,
  coolDownMinutes,
  counting,
  itemOrder,
  asksConfidence,
}: RulesOfQuiz) {
  const words = useTranslations("quiz.start.rules")
  const { countedAttempt, latePercentPerDay: perDay, latePercentMost: most } = counting
  const lines = [
    itemOrder === "one_way" && words("oneWay"),
    asksConfidence && words("confidence"),
    graceMinutes > 0 && words("grace", { minutes: graceMinutes }),
    attemptsAllowed > 1 && words(`counts.${countedAttempt}`),
    attemptsAllowed > 1 && coolDownMinutes > 0 && words("coolDown", { minutes: coolDownMinutes }),
    perDay > 0 && most > 0 && words("late", { perDay, most }),
  ].filter((line) => line !== false)
  if (lines.length === 0) return null
  return (
    <ul className="mt-4 grid max-w-read gap-1 ps-5 [list-style:disc] marker:text-ink-3">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
