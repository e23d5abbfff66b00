import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { openClass } from "@/app/teach/classes/[classId]/open-class"
import { ClassSubpage } from "@/app/teach/classes/[classId]/subpage"
import { addWatchWordAction, removeWatchWordAction } from "@/app/teach/classes/[classId]/watch-list/actions"
import { WatchWords } from "@/components/discussion/moderation/watch-words"
import { Section } from "@/components/people/section"
import { ClientMessages } from "@/components/ui/client-messages"
import { loadWatchList } from "@/lib/discussion/server/load-watch-list"

type WatchListProps = { params: Promise<{ classId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("discussion.watch"))("title") }
}

/** The words that are watched in the discussions of a class. */
export default async function WatchList({ params }: WatchListProps) {
  const { viewer, room } = await openClass((await params).classId)
  const decision = await loadWatchList(viewer, room.classId)
  if (!decision.ok) notFound()
  const words = await getTranslations("discussion.watch")
  const { mayEdit, schoolWords, ...list } = decision.value
  const acts = mayEdit ? { add: addWatchWordAction, remove: removeWatchWordAction } : null
  return (
    <ClassSubpage viewer={viewer} room={room} title={words("title")} lead={words("lead")} allowed>
      <ClientMessages rooms={["discussion.watch"]}>
        <Section title={words("ownTitle")}>
          <WatchWords classId={room.classId} words={list.words} acts={acts} />
        </Section>
        <Section title={words("fromSchool")} hint={words("fromSchoolHint")}>
          {schoolWords.length > 0 ? (
            <WatchWords classId={null} words={schoolWords} acts={null} />
          ) : (
            <p className="text-ink-2">{words("noneSchool")}</p>
          )}
        </Section>
      </ClientMessages>
    </ClassSubpage>
  )
}
