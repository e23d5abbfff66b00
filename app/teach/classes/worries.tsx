import { takeWorryAction } from "@/app/a/[assignmentId]/discuss/actions"
import { WorryBanner } from "@/components/discussion/moderation/worry-banner"
import type { Viewer } from "@/lib/access/viewer"
import { loadWorries } from "@/lib/discussion/server/load-worries"
import { now } from "@/lib/platform/clock"

/** The worries in this viewer's classes that nobody has taken: on every page staff look at. */
export async function Worries({ viewer }: { viewer: Viewer }) {
  const worries = await loadWorries(viewer)
  const { timeZone, locale } = viewer.school
  return <WorryBanner worries={worries} clock={{ timeZone, locale, now: now() }} take={takeWorryAction} />
}
