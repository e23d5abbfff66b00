import { notFound, redirect } from "next/navigation"
import { getTranslations } from "next-intl/server"
import {
  acceptNormsAction,
  answerRestatementAction,
  appealActAction,
  editPostAction,
  hidePostAction,
  loadChangedPostsAction,
  loadCitablePostsAction,
  loadNewPostsAction,
  loadPostHistoryAction,
  loadSentencesAction,
  openNameAction,
  putBackPostAction,
  reportPostAction,
  resendPostAction,
  returnPostAction,
  rewordRestatementAction,
  settleRestatementAction,
  skipOfferAction,
  takeBackPostAction,
} from "@/app/a/[assignmentId]/discuss/actions"
import { StaffWorries } from "@/app/a/[assignmentId]/discuss/staff-worries"
import { stopsOf } from "@/app/a/[assignmentId]/discuss/stops-of"
import { requireVisit } from "@/app/a/[assignmentId]/require-visit"
import { readThreadAddress } from "@/components/discussion/thread/thread-address"
import { ThreadScreen } from "@/components/discussion/thread/thread-screen"
import { AssignmentFrame } from "@/components/lesson/assignment-frame"
import { ClientMessages } from "@/components/ui/client-messages"
import { threadInput } from "@/lib/discussion/input"
import { loadThread } from "@/lib/discussion/server/load-thread"
import { formatInstant } from "@/lib/lesson/school-time"
import { now } from "@/lib/platform/clock"
import { oweStance } from "../owe-stance"

type Props = {
  params: Promise<{ assignmentId: string; promptId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** One question and its thread. */
export default async function ThreadPage({ params, searchParams }: Props) {
  const { assignmentId, promptId } = await params
  const visit = await requireVisit(assignmentId, "discuss")
  if (oweStance(visit)) redirect(`/a/${assignmentId}/discuss`)
  const asked = readThreadAddress(await searchParams)
  const input = threadInput.safeParse({
    assignmentId,
    promptId,
    order: asked.order,
    window: asked.window,
    postId: asked.post ?? asked.answer,
    sentenceId: asked.sentence,
    thread: asked.thread ?? undefined,
  })
  if (!input.success) notFound()
  const at = now()
  const decision = await loadThread(visit.viewer, input.data, at)
  if (!decision.ok) notFound()
  const words = await getTranslations("discussion.prompts")
  const { timeZone, locale } = visit.viewer.school
  const clock = { timeZone, locale, now: at }
  const closesAt = visit.assignment.closesAt
  const { ownPostBy } = decision.value
  const ownBy =
    ownPostBy === null
      ? null
      : words(at.getTime() < ownPostBy ? "ownBy" : "ownByOver", {
          at: formatInstant(new Date(ownPostBy), clock),
        })
  return (
    <AssignmentFrame visit={visit} here="discuss" banner={<StaffWorries visit={visit} />} layout="bare">
      <ClientMessages
        rooms={[
          "discussion.composer",
          "discussion.picker",
          "discussion.thread",
          "discussion.sidesOfPost",
          "discussion.live",
          "discussion.own",
          "discussion.waiting",
          "discussion.restating",
          "discussion.moderation",
          "discussion.norms",
          "discussion.actRules",
          "discussion.ruleChoice",
          "discussion.halt",
          "discussion.pause",
          "discussion.reports",
          "discussion.appeals",
          "discussion.names",
          "discussion.moves",
          "discussion.moveHints",
          "discussion.sides",
          "discussion.refusals.sourceTitleEmpty",
          "discussion.refusals.sourceTitleTooLong",
          "discussion.refusals.sourceAddress",
          "discussion.refusals.sourceAddressTooLong",
          "discussion.refusals.sourcePublisherTooLong",
          "discussion.refusals.sourcePublishedTooLong",
        ]}
      >
        <ThreadScreen
          view={decision.value}
          userId={visit.viewer.userId}
          clock={clock}
          closes={words(at < closesAt ? "closes" : "closedAt", { at: formatInstant(closesAt, clock) })}
          ownBy={ownBy}
          asked={asked}
          stops={visit.enrolment.role === "student" ? null : stopsOf(visit, promptId)}
          acts={{
            loadSentences: loadSentencesAction,
            loadPosts: loadCitablePostsAction,
            loadNew: loadNewPostsAction,
            loadChanged: loadChangedPostsAction,
            edit: editPostAction,
            takeBack: takeBackPostAction,
            putBack: putBackPostAction,
            report: reportPostAction,
            hide: hidePostAction,
            giveBack: returnPostAction,
            resend: resendPostAction,
            appeal: appealActAction,
            acceptNorms: acceptNormsAction,
            openName: openNameAction,
            loadHistory: loadPostHistoryAction,
            answerRestatement: answerRestatementAction,
            rewordRestatement: rewordRestatementAction,
            settleRestatement: settleRestatementAction,
            skipOffer: skipOfferAction,
          }}
        />
      </ClientMessages>
    </AssignmentFrame>
  )
}
