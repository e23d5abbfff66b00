"use client"

import { useTranslations } from "next-intl"
import { useState, useTransition } from "react"
import type { Alike } from "@/components/lesson/from-file/lesson-bringer"
import { PlanFacts } from "@/components/lesson/from-file/plan-facts"
import { FaultLine } from "@/components/lesson/from-file/told-fault"
import { useStepFocus } from "@/components/lesson/from-file/use-step-focus"
import { Button, ButtonLink } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import type { LessonPlan } from "@/lib/lesson/exchange/lesson-plan"

type LookAtLessonProps = {
  plan: LessonPlan
  alike: Alike | null
  /** Answers with why it could not be brought in. */
  onBringIn: () => Promise<string | null>
  onBack: () => void
}

/** The second step: what would come in, what would not and why. */
export function LookAtLesson({ plan, alike, onBringIn, onBack }: LookAtLessonProps) {
  const t = useTranslations("lesson.exchange")
  const heading = useStepFocus()
  const [refusal, setRefusal] = useState<string | null>(null)
  const [pending, start] = useTransition()
  const press = () => {
    if (!pending) start(async () => setRefusal(await onBringIn()))
  }
  const left = plan.leftOut.length
  const act = alike ? t("bringCopy") : left > 0 ? t("bringRest", { count: left }) : t("bringIn")
  return (
    <section className="grid max-w-form gap-5">
      <h2 ref={heading} tabIndex={-1} className="font-semibold text-20">
        {t("planTitle")}
      </h2>
      {alike && (
        <Notice
          acts={
            <ButtonLink variant="main" dense href={`/teach/lessons/${alike.lessonId}`}>
              {t("open")}
            </ButtonLink>
          }
        >
          {t("alike")}
        </Notice>
      )}
      <PlanFacts plan={plan} />
      {left > 0 && <LeftOut leftOut={plan.leftOut} />}
      {refusal && <Notice kind="error">{refusal}</Notice>}
      <div className="flex flex-wrap gap-3">
        <Button variant={alike ? "line" : "main"} aria-disabled={pending || undefined} onClick={press}>
          {pending ? t("bringing") : act}
        </Button>
        <Button variant="quiet" onClick={onBack}>
          {t("back")}
        </Button>
      </div>
    </section>
  )
}

function LeftOut({ leftOut }: Pick<LessonPlan, "leftOut">) {
  const t = useTranslations("lesson.exchange")
  return (
    <section>
      <h3 className="font-semibold">{t("leftOutTitle")}</h3>
      <p className="mb-2 text-ink-2">{t("leftOutLead", { count: leftOut.length })}</p>
      <ul className="divide-y divide-rule border-rule border-y">
        {leftOut.flatMap(({ faults, number, words }) =>
          faults.map((fault) => (
            <FaultLine key={`${number} ${words} ${JSON.stringify(fault)}`} fault={fault} />
          )),
        )}
      </ul>
    </section>
  )
}
