import { Check } from "lucide-react"
import { useTranslations } from "next-intl"
import { type GradingLinks, hrefTo } from "@/components/results/grading/grading-place"
import { cn } from "@/components/ui/cn"
import { PageLink } from "@/components/ui/page-link"
import type { Grading } from "@/lib/results/grading/build-grading"

type StripProps = { grading: Grading; links: GradingLinks }

const PLACE = cn(
  "grid h-8 min-w-8 grid-flow-col place-content-center items-center gap-0.5 rounded-corner border px-1 text-13 tabular-nums hover:bg-recess",
  "aria-[current]:border-accent aria-[current]:bg-accent-wash aria-[current]:text-accent",
)

const placeLook = (isGraded: boolean) =>
  cn(PLACE, isGraded ? "border-rule text-ink-2" : "border-rule-firm font-semibold")

/** All answers, or all students, by number, each saying whether it is graded. */
export function AnswerStrip({ grading, links }: StripProps) {
  const results = useTranslations("results.grading")
  const isByStudent = grading.by === "student"
  return (
    <nav aria-label={results(isByStudent ? "students" : "answers")}>
      <ol className="mt-2 flex flex-wrap gap-1">
        {grading.places.map(({ attemptId, itemId, isGraded, isOpen }, at) => (
          <li key={`${attemptId} ${itemId}`}>
            <PageLink
              href={hrefTo(links, { attemptId, itemId })}
              aria-label={results(isByStudent ? "studentLink" : "answerLink", {
                number: at + 1,
                isGraded: String(isGraded),
              })}
              aria-current={isOpen ? "page" : undefined}
              className={placeLook(isGraded)}
            >
              {at + 1}
              {isGraded && <Check aria-hidden className="size-3" />}
            </PageLink>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** By student: what the open one has answered, in the order of the questions. */
export function OwnQuestions({ grading, links }: StripProps) {
  const results = useTranslations("results.grading")
  const { by, ownSteps, open } = grading
  if (by !== "student" || ownSteps.length < 2) return null
  return (
    <nav aria-label={results("ownQuestions")}>
      <ol className="mt-2 flex flex-wrap gap-1">
        {ownSteps.map(({ attemptId, itemId, position, isGraded }) => (
          <li key={`${attemptId} ${itemId}`}>
            <PageLink
              href={hrefTo(links, { attemptId, itemId })}
              aria-label={results("ownQuestion", { position, isGraded: String(isGraded) })}
              aria-current={attemptId === open?.attemptId && itemId === open.itemId ? "page" : undefined}
              className={cn(placeLook(isGraded), "px-2")}
            >
              {results("ownQuestionShort", { position })}
              {isGraded && <Check aria-hidden className="size-3" />}
            </PageLink>
          </li>
        ))}
      </ol>
    </nav>
  )
}
