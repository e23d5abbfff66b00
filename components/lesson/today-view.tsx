import { useTranslations } from "next-intl"
import { type AssignmentLine, AssignmentsTable } from "@/components/lesson/assignments-table"
import type { Clock } from "@/components/lesson/instant"
import { type Need, NeedsList } from "@/components/lesson/needs-list"
import { ButtonLink } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { Hang } from "@/components/ui/hang"
import { PageHeading } from "@/components/ui/page-heading"
import type { TodayArrangement } from "@/lib/lesson/arrange-today"
import { formatDay } from "@/lib/lesson/school-time"

type WaitingClass = { publicId: string; name: string; waiting: number }

type TodayViewProps = {
  today: TodayArrangement<AssignmentLine>
  /** Classes with people to let in. */
  waiting: readonly WaitingClass[]
  hasClasses: boolean
  /** May make classes and lessons. */
  teaches: boolean
  clock: Clock
}

/** A teacher's first page: what needs them, what is running, what comes, what has closed lately. */
export function TodayView({ today, waiting, hasClasses, teaches, clock }: TodayViewProps) {
  const words = useTranslations("lesson.today")
  const needs = useNeeds(today, waiting)
  const isEmpty = today.running.length + today.upcoming.length + today.closed.length === 0
  return (
    <>
      <PageHeading dense kicker={formatDay(clock.now, { ...clock, long: true })} title={words("heading")} />
      {needs.length > 0 && (
        <Hang label={words("needs")}>
          <NeedsList needs={needs} />
        </Hang>
      )}
      {isEmpty && <NothingGiven hasClasses={hasClasses} teaches={teaches} />}
      {today.running.length > 0 && (
        <Hang label={words("running")}>
          <AssignmentsTable caption={words("running")} lines={today.running} clock={clock} />
        </Hang>
      )}
      {today.upcoming.length > 0 && (
        <Hang label={words("upcoming")}>
          <AssignmentsTable caption={words("upcoming")} lines={today.upcoming} clock={clock} upcoming />
        </Hang>
      )}
      {today.closed.length > 0 && (
        <Hang label={words("closed")}>
          <AssignmentsTable caption={words("closed")} lines={today.closed} clock={clock} />
        </Hang>
      )}
    </>
  )
}

function useNeeds(today: TodayArrangement<AssignmentLine>, waiting: readonly WaitingClass[]): Need[] {
  const words = useTranslations("lesson.today")
  return [
    ...waiting.map((room) => ({
      id: room.publicId,
      count: room.waiting,
      what: words("waiting", { count: room.waiting }),
      about: words("waitingAbout", { name: room.name }),
      href: `/teach/classes/${room.publicId}`,
      act: words("waitingAct"),
    })),
    ...today.reported.map((line) => ({
      id: `reported-${line.assignmentId}`,
      count: line.openReports,
      what: words("reported", { count: line.openReports }),
      about: words("reportedAbout", { title: line.title, name: line.className }),
      href: `/teach/assignments/${line.assignmentId}/discussion#reported`,
      act: words("reportedAct"),
    })),
    ...today.held.map((line) => ({
      id: `held-${line.assignmentId}`,
      count: line.heldPosts,
      what: words("held", { count: line.heldPosts }),
      about: words("heldAbout", { title: line.title, name: line.className }),
      href: `/teach/assignments/${line.assignmentId}/discussion#review`,
      act: words("heldAct"),
    })),
    ...today.flagged.map((line) => ({
      id: `flagged-${line.assignmentId}`,
      count: line.flaggedPosts,
      what: words("flagged", { count: line.flaggedPosts }),
      about: words("flaggedAbout", { title: line.title, name: line.className }),
      href: `/teach/assignments/${line.assignmentId}/discussion#review`,
      act: words("flaggedAct"),
    })),
    ...today.appealed.map((line) => ({
      id: `appealed-${line.assignmentId}`,
      count: line.openAppeals,
      what: words("appealed", { count: line.openAppeals }),
      about: words("appealedAbout", { title: line.title, name: line.className }),
      href: `/teach/assignments/${line.assignmentId}/appeals`,
      act: words("appealedAct"),
    })),
    ...today.replied.map((line) => ({
      id: `replied-${line.assignmentId}`,
      count: line.unreadReplies,
      what: words("replied", { count: line.unreadReplies }),
      about: words("repliedAbout", { title: line.title, name: line.className }),
      href: `/teach/assignments/${line.assignmentId}#needs`,
      act: words("repliedAct"),
    })),
    ...today.toRelease.map((line) => ({
      id: line.assignmentId,
      count: line.submitted,
      what: words("toRelease", { count: line.submitted }),
      about: words("toReleaseAbout", { title: line.title, name: line.className }),
      href: `/teach/assignments/${line.assignmentId}/settings#release`,
      act: words("toReleaseAct"),
    })),
  ]
}

function NothingGiven({ hasClasses, teaches }: { hasClasses: boolean; teaches: boolean }) {
  const words = useTranslations("lesson.today.empty")
  if (!teaches) return <EmptyState title={words("assistantTitle")}>{words("assistantText")}</EmptyState>
  const act = hasClasses ? (
    <ButtonLink variant="main" href="/teach/library">
      {words("toLibrary")}
    </ButtonLink>
  ) : (
    <ButtonLink variant="main" href="/teach/classes">
      {words("makeClass")}
    </ButtonLink>
  )
  return (
    <EmptyState title={words(hasClasses ? "givenTitle" : "classTitle")} act={act}>
      {words(hasClasses ? "givenText" : "classText")}
    </EmptyState>
  )
}
