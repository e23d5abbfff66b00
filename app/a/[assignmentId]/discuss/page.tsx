import { notFound, redirect } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { appealActAction } from "@/app/a/[assignmentId]/discuss/actions"
import { oweStance } from "@/app/a/[assignmentId]/discuss/owe-stance"
import { StaffWorries } from "@/app/a/[assignmentId]/discuss/staff-worries"
import { stopsOf } from "@/app/a/[assignmentId]/discuss/stops-of"
import { requireVisit } from "@/app/a/[assignmentId]/require-visit"
import { StanceMoment } from "@/app/a/[assignmentId]/stance/stance-moment"
import { GroupStanding } from "@/components/discussion/groups/group-standing"
import { GroupSwitch } from "@/components/discussion/groups/group-switch"
import { Kept } from "@/components/discussion/moderation/kept"
import { ReadNorms } from "@/components/discussion/moderation/read-norms"
import { PromptList } from "@/components/discussion/thread/prompt-list"
import { SearchForm, SearchResults } from "@/components/discussion/thread/search-posts"
import { AssignmentFrame } from "@/components/lesson/assignment-frame"
import { SidePacketsView } from "@/components/lesson/side-packets-view"
import { ClientMessages } from "@/components/ui/client-messages"
import { PageHeading } from "@/components/ui/page-heading"
import { TextLink } from "@/components/ui/text-link"
import { discussionInput, searchInput } from "@/lib/discussion/input"
import { loadDiscussion } from "@/lib/discussion/server/load-discussion"
import { loadHowItIsKept } from "@/lib/discussion/server/load-how-it-is-kept"
import { searchDiscussion } from "@/lib/discussion/server/search-discussion"
import { formatInstant } from "@/lib/lesson/school-time"
import { loadSidePackets } from "@/lib/lesson/server/load-side-packets"
import type { AssignmentVisit } from "@/lib/lesson/server/visit-by-token"
import { now } from "@/lib/platform/clock"
import { refusalMessage } from "@/lib/platform/refusal-message"

type Props = {
  params: Promise<{ assignmentId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The questions of the discussion; before them, where somebody stands after reading. */
export default async function DiscussPage({ params, searchParams }: Props) {
  const { assignmentId } = await params
  const visit = await requireVisit(assignmentId, "discuss")
  const isStudent = visit.enrolment.role === "student"
  const { change, moved, find, thread } = await searchParams
  const isChanging = change === "1"
  const isMoved = moved === "1"
  // Moments are given in their order: the one before reading first.
  if (oweStance(visit) && !visit.facts.stanceBefore) redirect(`/a/${assignmentId}/stance`)
  const asksStance =
    isStudent && (oweStance(visit) || isChanging || isMoved) && visit.facts.hasStanceStatement
  const href = `/a/${assignmentId}/discuss`
  return (
    <AssignmentFrame visit={visit} here="discuss" banner={<StaffWorries visit={visit} />}>
      {asksStance ? (
        <StanceMoment visit={visit} moment="after_reading" {...{ href, isChanging, isMoved }} />
      ) : (
        <Questions
          visit={visit}
          href={href}
          find={typeof find === "string" ? find : null}
          thread={typeof thread === "string" ? thread : undefined}
        />
      )}
    </AssignmentFrame>
  )
}

type QuestionsProps = { visit: AssignmentVisit; href: string; find: string | null; thread?: string }

async function Questions({ visit, href, find, thread }: QuestionsProps) {
  const { viewer, assignment, enrolment, facts } = visit
  const at = now()
  const input = discussionInput.safeParse({ assignmentId: assignment.id, thread })
  if (!input.success) notFound()
  const [decision, packets, kept] = await Promise.all([
    loadDiscussion(viewer, input.data, at),
    loadSidePackets(assignment.lessonVersionId),
    loadHowItIsKept(viewer, assignment.id),
  ])
  if (!decision.ok || !kept.ok) notFound()
  const words = await getTranslations("discussion.prompts")
  const clock = { timeZone: viewer.school.timeZone, locale: viewer.school.locale, now: at }
  const isOpen = at < assignment.closesAt
  const mayChange = isOpen && facts.stanceAfterReading && facts.ownPosts === 0
  const { group, isStaff, ownPostBy, prompts } = decision.value
  const isOwnOver = ownPostBy !== null && at.getTime() >= ownPostBy
  const closes = words(isOpen ? "closes" : "closedAt", { at: formatInstant(assignment.closesAt, clock) })
  const ownBy =
    ownPostBy === null
      ? null
      : words(isOwnOver ? "ownByOver" : "ownBy", { at: formatInstant(new Date(ownPostBy), clock) })
  const lead = {
    student: isOpen ? "lead" : "closedLead",
    teacher: "staffLead",
    assistant: "assistantLead",
  } as const
  const isSealed = assignment.postNames === "sealed"
  const namesApart = isOpen && enrolment.role === "student" && assignment.postNames !== "names"
  return (
    <div className="mx-auto max-w-narrow">
      <PageHeading
        kicker={ownBy ? `${ownBy} · ${closes}` : closes}
        title={words("title")}
        lead={words(isSealed && enrolment.role !== "student" ? "sealedLead" : lead[enrolment.role])}
      />
      <ClientMessages rooms={["discussion.halt", "discussion.appeals"]}>
        <Kept
          assignmentId={assignment.id}
          kept={kept.value}
          clock={clock}
          stops={isStaff ? stopsOf(visit, null) : null}
          appeal={appealActAction}
        />
      </ClientMessages>
      {mayChange && (
        <p className="mb-4 text-13 text-ink-2">
          {words("stanceKept")} <TextLink href={`${href}?change=1`}>{words("changeStance")}</TextLink>
        </p>
      )}
      {namesApart && <p className="mb-4 text-13 text-ink-2">{words("namesApart")}</p>}
      <GroupSwitch group={group} hrefOf={(key) => `${href}?thread=${key}`} className="mb-5" />
      <GroupStanding {...{ group, isStaff }} className="my-4 text-ink-2" />
      {prompts.some((prompt) => prompt.posts !== null) && <SearchForm href={href} find={find ?? ""} />}
      {find === null ? (
        <PromptList
          assignmentId={assignment.id}
          prompts={prompts}
          thread={group.choices.length > 1 ? group.key : undefined}
          needsGroup={group.needsGroup}
          mayPost={isOpen && !isStaff && !group.needsGroup && !kept.value.halt}
          isOwnOver={isOwnOver}
        />
      ) : (
        <Results visit={visit} href={href} find={find} />
      )}
      <ReadNorms norms={kept.value.norms} />
      <SidePacketsView packets={packets} statement={assignment.stanceStatement ?? assignment.title} />
    </div>
  )
}

async function Results({ visit, href, find }: QuestionsProps & { find: string }) {
  const { viewer, assignment } = visit
  const at = now()
  const { timeZone, locale } = viewer.school
  const input = searchInput.parse({ assignmentId: assignment.id, find: find.slice(0, 200) })
  const decision = await searchDiscussion(viewer, input, at)
  const outcome = decision.ok ? decision.value : { refusal: await refusalMessage(decision.refusal) }
  return (
    <SearchResults
      {...{ href, find, outcome }}
      assignmentId={assignment.id}
      clock={{ timeZone, locale, now: at }}
    />
  )
}
