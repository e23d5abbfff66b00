import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import {
  addRosterAction,
  addRosterFileAction,
  planRosterAction,
  planRosterFileAction,
} from "@/app/teach/classes/[classId]/actions"
import { openClass } from "@/app/teach/classes/[classId]/open-class"
import { ClassSubpage } from "@/app/teach/classes/[classId]/subpage"
import { RosterImporter } from "@/components/people/roster-importer"

type AddProps = { params: Promise<{ classId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people.roster"))("title") }
}

/** Accounts for a whole class from a pasted list or a file. */
export default async function AddStudents({ params }: AddProps) {
  const { viewer, room } = await openClass((await params).classId)
  const t = await getTranslations("people.roster")
  return (
    <ClassSubpage viewer={viewer} room={room} title={t("title")} allowed={room.may.edit}>
      <RosterImporter
        classId={room.classId}
        className={room.name}
        backHref={`/teach/classes/${room.publicId}`}
        plan={planRosterAction}
        planFile={planRosterFileAction}
        add={addRosterAction}
        addFile={addRosterFileAction}
      />
    </ClassSubpage>
  )
}
