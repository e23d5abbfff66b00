import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import type { LessonPlan } from "@/lib/lesson/exchange/lesson-plan"
import { urduLang } from "@/lib/reading/urdu"

/** What is in a lesson's file, line by line. */
export function PlanFacts({ plan }: { plan: LessonPlan }) {
  const t = useTranslations("lesson.exchange")
  const { title, readingTitle, author, sentences, questions, notes, leftOut, evidence } = plan
  const { prompts, terms, background, hasStatement } = plan
  const missing = evidence.missing.length
  return (
    <div>
      <p dir="auto" lang={urduLang(title)} className="font-read text-25">
        {title}
      </p>
      <dl className="mt-3 divide-y divide-rule border-rule border-y">
        <Fact label={t("text")}>
          <span dir="auto" className="block">
            {author ? t("textBy", { title: readingTitle, author }) : readingTitle}
          </span>
          <span className="text-ink-2">{t("sentences", { count: sentences })}</span>
        </Fact>
        <Fact label={t("questions")}>
          {t("questionCount", { count: questions, notes })}
          {leftOut.length > 0 && (
            <span className="block text-wrong">{t("leftOutCount", { count: leftOut.length })}</span>
          )}
        </Fact>
        <Fact label={t("evidence")}>
          {t("evidenceCount", { attached: evidence.attached })}
          {missing > 0 && (
            <div className="mt-1 text-ink-2">
              {t("evidenceMissing", { count: missing })}
              <ul className="list-disc ps-5">
                {evidence.missing.map(({ number, words }) => (
                  <li key={`${number} ${words}`} dir="auto">
                    {number === null ? words : `${number}. ${words}`}
                  </li>
                ))}
              </ul>
            </div>
          )}
        </Fact>
        <Fact label={t("besides")}>
          {t("besidesList", { prompts, terms, background, statement: String(hasStatement) })}
        </Fact>
      </dl>
    </div>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-6 py-2.5 md:grid-cols-[8rem_minmax(0,1fr)]">
      <dt className="font-semibold text-ink-2">{label}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </div>
  )
}
