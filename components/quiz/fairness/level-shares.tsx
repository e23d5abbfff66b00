import { useTranslations } from "next-intl"
import type { LevelMeasure } from "@/lib/quiz/fairness/shares"

/** How many questions ask for what the text says, whether evidence holds, and the student's own view. */
export function LevelShares({ measure }: { measure: LevelMeasure }) {
  const words = useTranslations("quiz.fairness.levels")
  const levels = useTranslations("lesson.itemLevels")
  return (
    <section className="grid gap-2">
      <h3 className="font-semibold">{words("heading")}</h3>
      <dl className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1 sm:max-w-96">
        {measure.map(({ level, count }) => (
          <div key={level} className="contents">
            <dt>{levels(level)}</dt>
            <dd className="text-end tabular-nums">{words("line", { count })}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
