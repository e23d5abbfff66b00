import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import {
  answerAppealAction,
  clearPostFlagsAction,
  dismissReportsAction,
  hidePostAction,
  letAllThroughAction,
  letThroughAction,
  openNameAction,
  returnPostAction,
  showPostAction,
  takeWorryAction,
} from "@/app/a/[assignmentId]/discuss/actions"
import { openDiscussion } from "@/app/teach/assignments/[assignmentId]/discussion/open-discussion"
import { openResults } from "@/app/teach/assignments/[assignmentId]/open-results"
import { ResultsPage } from "@/app/teach/assignments/[assignmentId]/results-page"
import { ReportedPosts } from "@/components/discussion/moderation/reported-posts"
import { ReviewQueue } from "@/components/discussion/moderation/review-queue"
import { DiscussionView } from "@/components/results/discussion/discussion-view"
import { ClientMessages } from "@/components/ui/client-messages"
import { loadModeration } from "@/lib/discussion/server/load-moderation"
import { loadReview } from "@/lib/discussion/server/load-review"
import { formatInstant } from "@/lib/lesson/school-time"
import { discussionHref, readDiscussionQuery } from "@/lib/results/discussion/discussion-query"
import { walkAuthors } from "@/lib/results/discussion/walk-authors"

type Props = {
  params: Promise<{ assignmentId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { assignment } = await openResults((await params).assignmentId)
  const results = await getTranslations("results")
  return { title: `${results("tabs.discussion")}, ${assignment.title}, ${assignment.className}` }
}

/** How a class discussed. */
export default async function DiscussionPage({ params, searchParams }: Props) {
  const { assignmentId } = await params
  const open = await openDiscussion(assignmentId, null)
  const { viewer, assignment, profile, grading, grid, may, clock } = open
  const [moderated, review] = await Promise.all([
    loadModeration(viewer, assignmentId),
    loadReview(viewer, assignmentId),
  ])
  const isGraded = (key: string) => grading?.grades.has(key) ?? false
  const walk = walkAuthors(profile.students, { key: "", showsNames: false, isGraded })
  const first = walk.nextUngraded ?? walk.next
  return (
    <ResultsPage open={open} here="discussion">
      {review.ok && (
        <ClientMessages rooms={["discussion.review", "discussion.moderation", "discussion.moves"]}>
          <ReviewQueue
            assignmentId={assignmentId}
            view={review.value}
            clock={clock}
            acts={{
              letThrough: letThroughAction,
              letAllThrough: letAllThroughAction,
              giveBack: returnPostAction,
              clear: clearPostFlagsAction,
            }}
          />
        </ClientMessages>
      )}
      {moderated.ok && (
        <ClientMessages
          rooms={[
            "discussion.moderation",
            "discussion.norms",
            "discussion.ruleChoice",
            "discussion.reports.kinds",
            "discussion.appeals",
            "discussion.names",
          ]}
        >
          <ReportedPosts
            assignmentId={assignmentId}
            posts={moderated.value.posts}
            norms={moderated.value.norms}
            clock={clock}
            acts={{
              hide: hidePostAction,
              show: showPostAction,
              dismiss: dismissReportsAction,
              take: takeWorryAction,
              answer: moderated.value.mayAnswer ? answerAppealAction : null,
            }}
            openName={may.openNames ? openNameAction : null}
          />
        </ClientMessages>
      )}
      <DiscussionView
        assignment={assignment}
        profile={profile}
        missed={open.missed}
        inClass={grid.rows.filter(({ student }) => !student.hasLeft).length}
        only={readDiscussionQuery(await searchParams).only}
        posted={grid.done.discuss}
        namesShown={may.seeNames}
        grades={grading?.grades ?? null}
        gradeHref={first && discussionHref({ assignmentId, key: first })}
        when={(instant) => formatInstant(instant, clock)}
      />
    </ResultsPage>
  )
}
