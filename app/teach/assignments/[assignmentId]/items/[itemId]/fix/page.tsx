import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { cache } from "react"
import {
  applyFixAction,
  undoFixAction,
} from "@/app/teach/assignments/[assignmentId]/items/[itemId]/fix/actions"
import { requireStaff, turnAway } from "@/app/teach/assignments/[assignmentId]/open-results"
import { StaffPage } from "@/app/teach/classes/staff-page"
import { FixView } from "@/components/results/fixing/fix-view"
import { ClientMessages } from "@/components/ui/client-messages"
import { now } from "@/lib/platform/clock"
import { refusalMessage } from "@/lib/platform/refusal-message"
import { readFixQuery } from "@/lib/results/fixing/fix-query"
import { loadFixing } from "@/lib/results/server/load-fixing"

type Props = {
  params: Promise<{ assignmentId: string; itemId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const openFixing = cache(async (assignmentId: string, itemId: string, asked: string) => {
  const viewer = await requireStaff(assignmentId)
  const query = readFixQuery(JSON.parse(asked))
  const fixing = await loadFixing(viewer, { assignmentId, itemId, fix: query.fix })
  return fixing.ok ? { viewer, query, fixing: fixing.value } : turnAway(fixing.refusal)
})

const open = async ({ params, searchParams }: Props) => {
  const { assignmentId, itemId } = await params
  return openFixing(assignmentId, itemId, JSON.stringify(await searchParams))
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { fixing } = await open(props)
  const words = await getTranslations("results.fixing")
  return { title: `${words("heading", { position: fixing.item.position })}, ${fixing.assignment.title}` }
}

/** One question of an assignment put right: what it changes first, then as one, and what was done before. */
export default async function FixPage(props: Props) {
  const { viewer, query, fixing } = await open(props)
  const { timeZone, locale } = viewer.school
  return (
    <StaffPage viewer={viewer} here="classes" openClass={fixing.assignment.classPublicId}>
      <ClientMessages rooms={["results.fixing"]}>
        <FixView
          fixing={fixing}
          query={query}
          refusal={fixing.refusal && (await refusalMessage(fixing.refusal))}
          clock={{ timeZone, locale, now: now() }}
          actions={{ apply: applyFixAction, undo: undoFixAction }}
        />
      </ClientMessages>
    </StaffPage>
  )
}
