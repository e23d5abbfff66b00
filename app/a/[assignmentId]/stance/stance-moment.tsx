import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import {
  loadNameablePostsAction,
  saveMovedByAction,
  saveStanceAction,
} from "@/app/a/[assignmentId]/stance/actions"
import { MovedStep, NotMoved } from "@/components/discussion/stance/moved-step"
import { StanceStep } from "@/components/discussion/stance/stance-step"
import { stepAct } from "@/components/lesson/step-act"
import { ClientMessages } from "@/components/ui/client-messages"
import { loadMovedStep } from "@/lib/discussion/server/load-moved-step"
import { loadStanceStep } from "@/lib/discussion/server/load-stance-step"
import type { MovedMoment } from "@/lib/discussion/stance/moved-by"
import type { Moment } from "@/lib/discussion/stance/stance-moments"
import { formatInstant } from "@/lib/lesson/school-time"
import type { AssignmentVisit } from "@/lib/lesson/server/visit-by-token"
import { nextStep } from "@/lib/lesson/steps"
import { now } from "@/lib/platform/clock"

type Props = {
  visit: AssignmentVisit
  moment: Moment
  href: string
  isChanging: boolean
  /** Asks what moved them, where something did; else the moment is shown as it stands. */
  isMoved?: boolean
}

/** One moment of the stance, wherever it is asked. */
export async function StanceMoment({ isMoved = false, ...props }: Props) {
  const moved = isMoved && props.moment !== "before_reading" ? await movedStep(props, props.moment) : null
  return moved ?? <Asked {...props} />
}

/** The question what moved them, or that nothing changed; null where it cannot be asked. */
async function movedStep({ visit, href }: Props, moment: MovedMoment) {
  const decision = await loadMovedStep(visit.viewer, { assignmentId: visit.assignment.id, moment }, now())
  if (!decision.ok)
    return decision.refusal.code === "discussion.notMoved" ? <NotMoved {...{ moment, href }} /> : null
  return (
    <ClientMessages rooms={["discussion.stance"]}>
      <MovedStep
        {...decision.value}
        save={saveMovedByAction}
        loadPosts={loadNameablePostsAction}
        doneHref={href}
      />
    </ClientMessages>
  )
}

async function Asked({ visit, moment, href, isChanging }: Omit<Props, "isMoved">) {
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
