import { useTranslations } from "next-intl"
import { type Clock, Instant } from "@/components/lesson/instant"
import { ButtonLink } from "@/components/ui/button"
import { PageHeading } from "@/components/ui/page-heading"
import type { ReleaseDecision } from "@/lib/quiz/release"

type Withheld = Extract<ReleaseDecision, { released: false }>

/** Handed in, and not yet to be seen: what is safe, and when the results come. */
export function ResultsWithheld({
  reason,
  at,
  assignmentId,
  clock,
}: Withheld & { assignmentId: string; clock: Clock }) {
  const words = useTranslations("quiz.withheld")
  return (
    <div className="mx-auto max-w-narrow">
      <PageHeading title={words("title")} lead={words("safe")} />
      <p className="max-w-read">
        {words.rich(`when.${reason}`, { at: () => at && <Instant at={at} clock={clock} long /> })}
      </p>
      <div className="mt-6 flex flex-wrap gap-3">
        <ButtonLink href={`/a/${assignmentId}/discuss`} variant="main">
          {words("toDiscussion")}
        </ButtonLink>
        {reason === "attemptsLeft" && (
          <ButtonLink href={`/a/${assignmentId}/quiz`} variant="line">
            {words("again")}
          </ButtonLink>
        )}
      </div>
    </div>
  )
}
