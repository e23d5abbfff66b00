import { notFound, redirect } from "next/navigation"
import { oweStance } from "@/app/a/[assignmentId]/discuss/owe-stance"
import { requireVisit } from "@/app/a/[assignmentId]/require-visit"
import { MapScreen } from "@/components/discussion/argument-map/map-screen"
import { AssignmentFrame } from "@/components/lesson/assignment-frame"
import { mapInput } from "@/lib/discussion/input"
import { loadArgumentMap, MOST_ON_MAP } from "@/lib/discussion/server/load-argument-map"
import { now } from "@/lib/platform/clock"

type Props = {
  params: Promise<{ assignmentId: string; promptId: string }>
  searchParams: Promise<{ view?: string | string[]; thread?: string | string[] }>
}

/** The argument of one question, drawn. */
export default async function MapPage({ params, searchParams }: Props) {
  const { assignmentId, promptId } = await params
  const visit = await requireVisit(assignmentId, "discuss")
  if (oweStance(visit)) redirect(`/a/${assignmentId}/discuss`)
  const { view, thread } = await searchParams
  const input = mapInput.safeParse({ assignmentId, promptId, thread })
  if (!input.success) notFound()
  const loaded = await loadArgumentMap(visit.viewer, input.data, now())
  if (!loaded.ok) notFound()
  const { prompt, group, isStaff, posts, mayPost, isCut } = loaded.value
  return (
    <AssignmentFrame visit={visit} here="discuss" layout="bare">
      <MapScreen
        place={{
          assignmentId,
          promptId,
          isStaff,
          thread: group.choices.length > 1 ? group.key : undefined,
        }}
        group={group}
        prompt={prompt}
        posts={posts}
        mayPost={mayPost}
        cutAt={isCut ? MOST_ON_MAP : null}
        isPicture={view === "picture"}
      />
    </AssignmentFrame>
  )
}
