import { PenLine } from "lucide-react"
import { useTranslations } from "next-intl"
import { AnswerLine } from "@/components/quiz/results/answer-line"
import type { ResultProps } from "@/components/quiz/types/result-props"
import { type Grade, levelGiven, type Rubric } from "@/lib/quiz/rubric"
import type { LongKey, LongResponse } from "@/lib/quiz/types/long/shapes"
import { urduLang } from "@/lib/reading/urdu"

/** What was written, and what the teacher said to it; until then, that the teacher has yet to. */
export function LongResult({ result: { verdict, value, key, grade, earlierRubric } }: ResultProps) {
  const words = useTranslations("quiz.results")
  const text = (value as LongResponse | null)?.text.trim() ?? ""
  return (
    <>
      {text === "" && <AnswerLine mark="none">{words("noAnswer")}</AnswerLine>}
      {text !== "" && (
        <p
          dir="auto"
          lang={urduLang(text)}
          className="whitespace-pre-line border-rule-firm border-s-2 ps-4 font-read text-17"
        >
          {text}
        </p>
      )}
      {verdict === "waiting" && (
        <p className="mt-3 flex gap-2 text-ink-2">
          <PenLine aria-hidden className="mt-1 size-4 shrink-0" />
          {words("teacherWillRead")}
        </p>
      )}
      {grade && key !== null && (
        <GradeShown grade={grade} rubric={earlierRubric ?? (key as LongKey).rubric} />
      )}
    </>
  )
}

/** The level of each criterion with its points, and the teacher's words. */
export function GradeShown({ grade, rubric }: { grade: Grade; rubric: Rubric }) {
  const words = useTranslations("quiz.results")
  return (
    <>
      <dl className="mt-4 grid gap-2">
        {rubric.criteria.map((criterion) => {
          const level = levelGiven(criterion, grade)
          return (
            level && (
              <div key={criterion.id}>
                <dt dir="auto" className="flex gap-3 font-semibold">
                  {criterion.title}
                  <span className="ms-auto whitespace-nowrap font-normal text-13 text-ink-2">
                    {words("levelPoints", { points: level.points })}
                  </span>
                </dt>
                <dd dir="auto" className="text-ink-2">
                  {level.text}
                </dd>
              </div>
            )
          )
        })}
      </dl>
      {grade.comment !== "" && (
        <figure className="mt-4">
          <figcaption className="text-13 text-ink-2">{words("teacherSays")}</figcaption>
          <blockquote dir="auto" className="whitespace-pre-line">
            {grade.comment}
          </blockquote>
        </figure>
      )}
    </>
  )
}
