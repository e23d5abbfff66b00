"use client"

import { useTranslations } from "next-intl"
import { useStepFocus } from "@/components/lesson/from-file/use-step-focus"
import { Button, ButtonLink } from "@/components/ui/button"

type LessonBroughtInProps = { lessonId: string; title: string; onAgain: () => void }

/** The last step: the lesson is there. */
export function LessonBroughtIn({ lessonId, title, onAgain }: LessonBroughtInProps) {
  const t = useTranslations("lesson.exchange")
  const heading = useStepFocus()
  return (
    <section className="grid max-w-form gap-4">
      <div>
        <h2 ref={heading} tabIndex={-1} className="font-semibold text-20">
          {t("doneTitle")}
        </h2>
        <p dir="auto" className="mt-1">
          {t("done", { title })}
        </p>
      </div>
      <div className="flex flex-wrap gap-3">
        <ButtonLink variant="main" href={`/teach/lessons/${lessonId}`}>
          {t("openNew")}
        </ButtonLink>
        <Button onClick={onAgain}>{t("another")}</Button>
      </div>
    </section>
  )
}
