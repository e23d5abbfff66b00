import { useTranslations } from "next-intl"
import { type Clock, Instant } from "@/components/lesson/instant"
import { StepList } from "@/components/lesson/step-list"
import { ButtonLink } from "@/components/ui/button"
import { PageHeading } from "@/components/ui/page-heading"
import { TextLink } from "@/components/ui/text-link"
import type { StepView, WindowState } from "@/lib/lesson/steps"

type AssignmentStandingProps = {
  assignment: {
    id: string
    title: string
    opensAt: Date
    closesAt: Date
    excused: boolean
    window: WindowState
  }
  steps: readonly StepView[]
  /** There is a quiz, and this student has begun it. */
  hasQuiz: boolean
  clock: Clock
}

/** How an assignment stands that asks for nothing now, and what can still be looked at. */
export function AssignmentStanding({ assignment, steps, hasQuiz, clock }: AssignmentStandingProps) {
  const words = useTranslations("lesson.standing")
  const state = standing(assignment, steps)
  const times = {
    opens: () => <Instant at={assignment.opensAt} clock={clock} long />,
    closes: () => <Instant at={assignment.closesAt} clock={clock} long />,
  }
  return (
    <div className="max-w-narrow">
      <PageHeading title={words(`${state}.heading`)} lead={words.rich(`${state}.text`, times)} />
      <div className="max-w-form">
        <StepList steps={steps} />
      </div>
      <p className="mt-8 flex flex-wrap items-center gap-x-6 gap-y-3">
        <ButtonLink variant={hasQuiz ? "line" : "main"} href="/home">
          {words("home")}
        </ButtonLink>
        {hasQuiz && <TextLink href={`/a/${assignment.id}/results`}>{words("results")}</TextLink>}
      </p>
    </div>
  )
}

type Standing = "notOpen" | "excused" | "done" | "closed"

function standing(
  { window, excused }: { window: WindowState; excused: boolean },
  steps: readonly StepView[],
): Standing {
  if (window === "before") return "notOpen"
  if (excused) return "excused"
  return steps.every((step) => step.state === "done") ? "done" : "closed"
}
