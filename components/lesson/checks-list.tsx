import { CircleAlert, Info } from "lucide-react"
import { useTranslations } from "next-intl"
import { TextLink } from "@/components/ui/text-link"
import type { LessonCheck } from "@/lib/lesson/lesson-checks"

/** What to mend or look at before a lesson is given to a class; each line leads to its place in the editor. */
export function ChecksList({ checks, lessonId }: { checks: readonly LessonCheck[]; lessonId: string }) {
  const words = useTranslations("lesson.checks")
  if (checks.length === 0) return <p className="text-ink-2">{words("ready")}</p>
  return (
    <ul className="grid gap-1.5">
      {checks.map((check) => (
        <li key={keyOf(check)} className="flex items-start gap-2">
          {check.blocks ? (
            <CircleAlert aria-hidden className="mt-1 size-4 shrink-0 text-wrong" />
          ) : (
            <Info aria-hidden className="mt-1 size-4 shrink-0 text-ink-3" />
          )}
          <span>
            <CheckWords check={check} />{" "}
            <TextLink href={`/teach/lessons/${lessonId}?${placeOf(check)}`}>{words("mend")}</TextLink>
          </span>
        </li>
      ))}
    </ul>
  )
}

function CheckWords({ check }: { check: LessonCheck }) {
  const words = useTranslations("lesson.checks")
  const problems = useTranslations("quiz.problems")
  if (check.about === "lesson") return <>{words(check.code)}</>
  if (check.about === "pool") return <>{words(check.code, { pool: check.pool })}</>
  return (
    <>
      <b className="font-semibold">{words("question", { number: check.position })}</b>{" "}
      {check.code === "looseEvidence" || check.code === "sameQuestion"
        ? words(check.code, { other: check.other ?? 0 })
        : problems(check.code)}
    </>
  )
}

function placeOf(check: LessonCheck): string {
  if (check.about === "item") return `part=items&item=${check.itemId}`
  if (check.about === "pool") return "part=items"
  const parts = { noItems: "items", noPrompts: "prompts", noStance: "stance" } as const
  return `part=${parts[check.code]}`
}

const keyOf = (check: LessonCheck): string =>
  check.about === "item"
    ? `${check.itemId} ${check.code}`
    : check.about === "pool"
      ? `${check.pool} ${check.code}`
      : check.code
