import { notFound, redirect } from "next/navigation"
import { oweStance } from "@/app/a/[assignmentId]/discuss/owe-stance"
import { requireVisit } from "@/app/a/[assignmentId]/require-visit"
import { MapScreen } from "@/components/discussion/argument-map/map-screen"
import { readThreadAddress } from "@/components/discussion/thread/thread-address"
import { AssignmentFrame } from "@/components/lesson/assignment-frame"
import { mapInput } from "@/lib/discussion/input"
import { loadArgumentMap, MOST_ON_MAP } from "@/lib/discussion/server/load-argument-map"
import { now } from "@/lib/platform/clock"

type Props = {
  params: Promise<{ assignmentId: string; promptId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The argument of one question, drawn. */
export default async function MapPage({ params, searchParams }: Props) {
  const { assignmentId, promptId } = await params
  const visit = await requireVisit(assignmentId, "discuss")
  if (oweStance(visit)) redirect(`/a/${assignmentId}/discuss`)
  const query = await searchParams
  const thread = readThreadAddress(query).thread ?? undefined
  const input = mapInput.safeParse({ assignmentId, promptId, thread })
  if (!input.success) notFound()
  const loaded = await loadArgumentMap(visit.viewer, input.data, now())
  if (!loaded.ok) notFound()
  const { isCut, ...shown } = loaded.value
  return (
    <AssignmentFrame visit={visit} here="discuss" layout="bare">
      <MapScreen
        {...{ assignmentId, promptId, ...shown }}
        cutAt={isCut ? MOST_ON_MAP : null}
        isPicture={query.view === "picture"}
      />
    </AssignmentFrame>
  )
}
