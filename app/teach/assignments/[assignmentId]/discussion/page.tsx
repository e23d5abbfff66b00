import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { openResults, requireStaff, turnAway } from "@/app/teach/assignments/[assignmentId]/open-results"
import { ResultsPage } from "@/app/teach/assignments/[assignmentId]/results-page"
import { DiscussionView } from "@/components/results/discussion-view"
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
  const loaded = await loadDiscussionProfile(await requireStaff(assignmentId), assignmentId)
  if (!loaded.ok) return turnAway(loaded.refusal)
  const open = await openResults(assignmentId)
  return (
    <ResultsPage open={open} here="discussion">
      <DiscussionView
        assignment={open.assignment}
        profile={loaded.value.profile}
        namesShown={open.may.seeNames}
        when={(instant) => formatInstant(instant, open.clock)}
      />
    </ResultsPage>
  )
}
