import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { Explain, type Explained } from "@/components/results/analysis/explain"
import { correlationText, pointsText } from "@/components/results/analysis/figures"
import { Histogram } from "@/components/results/analysis/histogram"
import { FEWEST_TO_RELATE, FEWEST_TO_SAY } from "@/lib/results/analysis/fewest"
import type { QuizFigures } from "@/lib/results/analysis/measure-quiz"

/** The quiz as a whole: how the class did, and how far its points can be trusted. */
export function QuizFiguresView({ quiz }: { quiz: QuizFigures }) {
  const t = useTranslations("results.analysis.quiz")
  return (
    <section aria-labelledby="quiz-figures" className="mt-8 border-rule border-t py-6">
      <h2 id="quiz-figures" className="font-semibold text-20">
        {t("title")}
      </h2>
      {quiz.mean === null ? (
        <p className="text-ink-2">{t("tooFew", { fewest: FEWEST_TO_SAY })}</p>
      ) : (
        <>
          <p className="text-ink-2">
            {t("lead", {
              mean: pointsText(quiz.mean),
              possible: quiz.possible === null ? "none" : pointsText(quiz.possible),
              lowest: pointsText(quiz.lowest ?? 0),
              highest: pointsText(quiz.highest ?? 0),
            })}
          </p>
          <div className="mt-4 grid items-start gap-x-12 gap-y-6 lg:grid-cols-[auto_minmax(0,1fr)]">
            <Histogram bars={quiz.bars} />
            <Figures quiz={quiz} />
          </div>
        </>
      )}
    </section>
  )
}

function Figures({ quiz }: { quiz: QuizFigures }) {
  const t = useTranslations("results.analysis.quiz")
  const { reliability, standardError, mean, sd } = quiz
  const points = (value: number) => t("points", { value: Number(pointsText(value)) })
  const kind = reliability?.kind ?? "alpha"
  return (
    <dl className="grid max-w-narrow gap-y-3">
      <Figure name={t("n")} value={String(quiz.n)}>
        {t("late")}
      </Figure>
      <Figure name={t("meanName")} figure="mean" value={mean === null ? null : points(mean)} />
      <Figure name={t("sd")} figure="sd" value={sd === null ? null : points(sd)} />
      <Figure
        name={reliability ? t(kind) : t("reliability")}
        figure={kind}
        value={reliability && correlationText(reliability.value)}
      >
        {reliability
          ? `${t(`verdict.${verdictOf(reliability.value)}`)} ${t("of", { items: reliability.items, n: reliability.n })}.`
          : t(`missing.${quiz.reliabilityMissing ?? "tooFew"}`, { relate: FEWEST_TO_RELATE })}
      </Figure>
      <Figure name={t("sem")} figure="sem" value={standardError === null ? null : points(standardError)}>
        {standardError === null ? t("semMissing") : t("semSays", { value: points(standardError) })}
      </Figure>
    </dl>
  )
}

/** Nunnally's marks for group comparisons (.70) and what a short class quiz reaches; below zero is a fault of the questions. */
const verdictOf = (value: number): "high" | "fair" | "low" | "negative" =>
  value < 0 ? "negative" : value >= 0.7 ? "high" : value >= 0.5 ? "fair" : "low"

type FigureProps = { name: string; figure?: Explained; value: string | null; children?: ReactNode }

function Figure({ name, figure, value, children }: FigureProps) {
  return (
    <div className="grid grid-cols-[minmax(0,13rem)_minmax(0,1fr)] gap-x-4">
      <dt className="text-13 text-ink-3">
        {name}
        {figure && <Explain figure={figure} name={name} />}
      </dt>
      <dd>
        {value !== null && <b className="font-medium tabular-nums">{value}</b>}
        {children && <span className="block text-13 text-ink-2">{children}</span>}
      </dd>
    </div>
  )
}
