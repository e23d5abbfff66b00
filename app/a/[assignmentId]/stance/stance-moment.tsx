import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { saveStanceAction } from "@/app/a/[assignmentId]/stance/actions"
import { StanceStep } from "@/components/discussion/stance/stance-step"
import { stepAct } from "@/components/lesson/step-act"
import { ClientMessages } from "@/components/ui/client-messages"
import { loadStanceStep } from "@/lib/discussion/server/load-stance-step"
import type { Moment } from "@/lib/discussion/stance/stance-moments"
import { formatInstant } from "@/lib/lesson/school-time"
import type { AssignmentVisit } from "@/lib/lesson/server/load-assignment-visit"
import { nextStep } from "@/lib/lesson/steps"
import { now } from "@/lib/platform/clock"

type Props = { visit: AssignmentVisit; moment: Moment; href: string; isChanging: boolean }

/** One moment of the stance, wherever it is asked. */
export async function StanceMoment({ visit, moment, href, isChanging }: Props) {
  const { viewer, assignment } = visit
  const at = now()
  const asked = { assignmentId: assignment.id, moment, changing: isChanging }
  const decision = await loadStanceStep(viewer, asked, at)
  if (!decision.ok) notFound()
  const clock = { timeZone: viewer.school.timeZone, locale: viewer.school.locale, now: at }
  return (
    <ClientMessages rooms={["discussion.stance"]}>
      <StanceStep
        step={decision.value}
        isChanging={isChanging}
        save={saveStanceAction}
        href={href}
        closes={formatInstant(decision.value.closesAt, clock)}
        next={await nextAct(visit)}
      />
    </ClientMessages>
  )
}

async function nextAct(visit: AssignmentVisit): Promise<{ href: string; label: string } | null> {
  const words = await getTranslations("lesson.steps.act")
  const step = nextStep(visit.steps)
  return step?.href ? { href: step.href, label: words(stepAct(step)) } : null
}
