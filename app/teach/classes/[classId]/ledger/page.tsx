import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import {
  answerAppealAction,
  showPostAction,
  unfreezeClassAction,
  unlockThreadAction,
} from "@/app/a/[assignmentId]/discuss/actions"
import { openClass } from "@/app/teach/classes/[classId]/open-class"
import { ClassSubpage } from "@/app/teach/classes/[classId]/subpage"
import { LedgerView } from "@/components/discussion/moderation/ledger-view"
import { ClientMessages } from "@/components/ui/client-messages"
import { ledgerInput } from "@/lib/discussion/input"
import { loadLedger } from "@/lib/discussion/server/load-ledger"
import { now } from "@/lib/platform/clock"

type Props = {
  params: Promise<{ classId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { room } = await openClass((await params).classId)
  return { title: `${(await getTranslations("discussion.ledger"))("title")}, ${room.name}` }
}

/** What the staff of a class did to keep its discussions decent. */
export default async function LedgerPage({ params, searchParams }: Props) {
  const { viewer, room } = await openClass((await params).classId)
  const { assignment, kind } = await searchParams
  const asked = ledgerInput.parse({
    classId: room.classId,
    assignmentId: assignment || null,
    kind: kind || null,
  })
  const ledger = await loadLedger(viewer, asked)
  if (!ledger.ok) notFound()
  const { mayDecide, ...view } = ledger.value
  const words = await getTranslations("discussion.ledger")
  const { timeZone, locale } = viewer.school
  return (
    <ClassSubpage viewer={viewer} room={room} title={words("title")} lead={words("lead")} allowed>
      <ClientMessages rooms={["discussion.appeals"]}>
        <LedgerView
          {...view}
          classId={room.classId}
          asked={asked}
          clock={{ timeZone, locale, now: now() }}
          acts={{
            show: showPostAction,
            unlock: unlockThreadAction,
            unfreeze: unfreezeClassAction,
            answer: mayDecide ? answerAppealAction : null,
          }}
        />
      </ClientMessages>
    </ClassSubpage>
  )
}
