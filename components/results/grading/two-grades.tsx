"use client"

import { useTranslations } from "next-intl"
import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { type Grade, levelGiven, type Rubric } from "@/lib/quiz/rubric"

/** The second grade beside the first, and how the two stand. */
export type SecondView = { standing: "agree" | "differ"; grade: Grade & { by: string } }

type TwoGradesProps = {
  first: Grade & { by: string }
  second: SecondView
  rubric: Rubric
  /** Null while something is being saved. */
  onTake: ((grade: Grade) => void) | null
}

/** What two graders gave, criterion by criterion, and where they differ the choice between them. */
export function TwoGrades({ first, second: { standing, grade: second }, rubric, onTake }: TwoGradesProps) {
  const results = useTranslations("results.grading.second")
  if (standing === "agree")
    return (
      <Notice kind="success" title={results("agree")}>
        {results("agreeMore", { first: first.by, second: second.by })}
      </Notice>
    )
  return (
    <section aria-label={results("differ")} className="grid gap-3 border-part border-s-2 bg-part-wash p-4">
      <p className="font-semibold">{results("differ")}</p>
      <table className="w-full text-13">
        <thead>
          <tr>
            <th scope="col" className="py-1 pe-3 text-start font-normal text-ink-2">
              {results("criterion")}
            </th>
            {[first, second].map(({ by }, at) => (
              <th key={at === 0 ? "first" : "second"} scope="col" className="py-1 pe-3 text-start" dir="auto">
                {by}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rubric.criteria.map((criterion) => (
            <tr key={criterion.id} className="border-rule border-t align-top">
              <th scope="row" className="py-1.5 pe-3 text-start font-normal" dir="auto">
                {criterion.title}
              </th>
              <LevelCell criterion={criterion} grade={first} other={second} />
              <LevelCell criterion={criterion} grade={second} other={first} />
            </tr>
          ))}
          <tr className="border-rule border-t align-top">
            <th scope="row" className="py-1.5 pe-3 text-start font-normal">
              {results("comment")}
            </th>
            {[first, second].map(({ comment }, at) => (
              <td
                key={at === 0 ? "first" : "second"}
                className="wrap-anywhere whitespace-pre-line py-1.5 pe-3"
                dir="auto"
              >
                {comment === "" ? results("noComment") : comment}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
      <p className="text-13 text-ink-2">{results("differMore")}</p>
      <div className="flex flex-wrap gap-3">
        <Button dense aria-disabled={!onTake || undefined} onClick={() => onTake?.(first)}>
          {results("takeFirst", { name: first.by })}
        </Button>
        <Button dense aria-disabled={!onTake || undefined} onClick={() => onTake?.(second)}>
          {results("takeSecond", { name: second.by })}
        </Button>
      </div>
    </section>
  )
}

type LevelCellProps = { criterion: Rubric["criteria"][number]; grade: Grade; other: Grade }

function LevelCell({ criterion, grade, other }: LevelCellProps) {
  const results = useTranslations("results.grading.second")
  const level = levelGiven(criterion, grade)
  const isSame = grade.levels[criterion.id] === other.levels[criterion.id]
  return (
    <td className={isSame ? "py-1.5 pe-3 text-ink-2" : "py-1.5 pe-3 font-semibold"} dir="auto">
      {level ? results("level", { level: level.text, points: level.points }) : results("noLevel")}
    </td>
  )
}
