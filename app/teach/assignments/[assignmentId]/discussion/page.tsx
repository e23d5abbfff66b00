import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { dismissReportsAction, hidePostAction, showPostAction } from "@/app/a/[assignmentId]/discuss/actions"
import { openResults, requireStaff, turnAway } from "@/app/teach/assignments/[assignmentId]/open-results"
import { ResultsPage } from "@/app/teach/assignments/[assignmentId]/results-page"
import { ReportedPosts } from "@/components/discussion/reported-posts"
import { DiscussionView } from "@/components/results/discussion/discussion-view"
import { ClientMessages } from "@/components/ui/client-messages"
import { loadModeration } from "@/lib/discussion/server/load-moderation"
import { formatInstant } from "@/lib/lesson/school-time"
import { loadDiscussionProfile } from "@/lib/results/server/load-discussion-profile"

type Props = { params: Promise<{ assignmentId: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { assignment } = await openResults((await params).assignmentId)
  const results = await getTranslations("results")
  return { title: `${results("tabs.discussion")}, ${assignment.title}, ${assignment.className}` }
}

/** Who took part in the discussion, and how. */
export default async function DiscussionPage({ params }: Props) {
  const { assignmentId } = await params
  const viewer = await requireStaff(assignmentId)
  const loaded = await loadDiscussionProfile(viewer, assignmentId)
  if (!loaded.ok) return turnAway(loaded.refusal)
  const moderated = await loadModeration(viewer, assignmentId)
  const open = await openResults(assignmentId)
  return (
    <ResultsPage open={open} here="discussion">
      {moderated.ok && (
        <ClientMessages rooms={["discussion.moderation"]}>
          <ReportedPosts
            assignmentId={assignmentId}
            posts={moderated.value}
            clock={open.clock}
            acts={{ hide: hidePostAction, show: showPostAction, dismiss: dismissReportsAction }}
          />
        </ClientMessages>
      )}
      <DiscussionView
        assignment={open.assignment}
        profile={loaded.value.profile}
        namesShown={open.may.seeNames}
        when={(instant) => formatInstant(instant, open.clock)}
      />
    </ResultsPage>
  )
}
