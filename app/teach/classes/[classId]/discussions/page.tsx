import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import {
  freezeClassAction,
  lockThreadAction,
  unfreezeClassAction,
  unlockThreadAction,
} from "@/app/a/[assignmentId]/discuss/actions"
import { saveHelpLineAction, saveNormsAction } from "@/app/teach/classes/[classId]/discussions/actions"
import { openClass } from "@/app/teach/classes/[classId]/open-class"
import { ClassSubpage } from "@/app/teach/classes/[classId]/subpage"
import { ClassRules } from "@/components/discussion/moderation/class-rules"
import { HaltNotice } from "@/components/discussion/moderation/halt-notice"
import { StaffStops } from "@/components/discussion/moderation/staff-stops"
import { ClientMessages } from "@/components/ui/client-messages"
import { TextLink } from "@/components/ui/text-link"
import { loadKeptClassView } from "@/lib/discussion/server/load-kept-class"

type Props = { params: Promise<{ classId: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { room } = await openClass((await params).classId)
  return { title: `${(await getTranslations("discussion.classRules"))("title")}, ${room.name}` }
}

/** What holds in all discussions of a class: stopping them, its norms, and whom somebody in need can turn to. */
export default async function ClassDiscussionsPage({ params }: Props) {
  const { viewer, room } = await openClass((await params).classId)
  const kept = await loadKeptClassView(viewer, room.classId)
  if (!kept.ok) notFound()
  const { freeze, mayEdit, ...view } = kept.value
  const words = await getTranslations("discussion.classRules")
  const stops = {
    room: { classId: room.classId },
    thread: null,
    freeze: freezeClassAction,
    unfreeze: unfreezeClassAction,
    lock: lockThreadAction,
    unlock: unlockThreadAction,
  }
  return (
    <ClassSubpage viewer={viewer} room={room} title={words("title")} lead={words("lead")} allowed>
      <ClientMessages rooms={["discussion.classRules", "discussion.norms", "discussion.halt"]}>
        <div className="mb-8 grid max-w-form justify-items-start gap-3">
          {freeze && <HaltNotice halt={freeze} stops={stops} />}
          <StaffStops stops={stops} halt={freeze?.kind ?? null} />
          <TextLink href={`/teach/classes/${room.publicId}/ledger`}>{words("ledger")}</TextLink>
        </div>
        <ClassRules
          classId={room.classId}
          norms={view.norms}
          helpLine={view.helpLine}
          students={view.students}
          accepted={view.accepted}
          acts={mayEdit ? { saveNorms: saveNormsAction, saveHelpLine: saveHelpLineAction } : null}
        />
      </ClientMessages>
    </ClassSubpage>
  )
}
