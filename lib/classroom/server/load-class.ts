import "server-only"
import { validate } from "uuid"
import { can } from "@/lib/access/permissions"
import type { Viewer } from "@/lib/access/viewer"
import { formatJoinCode } from "@/lib/classroom/join-code"
import { type RosterView, rosterOf } from "@/lib/classroom/roster-view"
import { classesOf } from "@/lib/classroom/server/store"
import { database } from "@/lib/platform/database"

export type ClassPage = {
  classId: string
  publicId: string
  name: string
  archived: boolean
  /** Null for who may not hand it out. */
  joinCode: string | null
  joinLocked: boolean
  joinNeedsApproval: boolean
  roster: RosterView
  may: {
    edit: boolean
    archive: boolean
    removeStaff: boolean
    resetPasswords: boolean
    editGroups: boolean
    seeAccommodations: boolean
    setAccommodations: boolean
    seeResults: boolean
    export: boolean
  }
}

const PERSON = {
  id: true,
  displayName: true,
  userName: true,
  role: true,
  mustChangePassword: true,
  disabledAt: true,
  accommodation: true,
} as const

/** A class with everyone in it, by its public id or its id; null for who may not see it, and where there is none. */
export async function loadClass(viewer: Viewer, reference: string): Promise<ClassPage | null> {
  const which = validate(reference) ? { id: reference } : { publicId: reference.toLowerCase() }
  const room = await database().class.findFirst({
    where: { ...which, ...classesOf(viewer) },
    relationLoadStrategy: "join",
    include: { enrolments: { include: { user: { select: PERSON } } } },
  })
  if (!room) return null
  const mine = room.enrolments.find(
    ({ userId, state, leftAt }) => userId === viewer.userId && state === "active" && !leftAt,
  )
  const facts = { classRole: mine?.role ?? null, isOwner: room.createdById === viewer.userId }
  if (!can(viewer, "roster.see", facts)) return null
  const edit = can(viewer, "class.edit", facts)
  return {
    classId: room.id,
    publicId: room.publicId,
    name: room.name,
    archived: room.archivedAt !== null,
    joinCode: edit ? formatJoinCode(room.joinCode) : null,
    joinLocked: room.joinLocked,
    joinNeedsApproval: room.joinNeedsApproval,
    roster: rosterOf(room.enrolments),
    may: {
      edit,
      archive: can(viewer, "class.archive", facts),
      removeStaff: can(viewer, "roster.removeStaff", facts),
      resetPasswords: can(viewer, "roster.resetPassword", { ...facts, personIsStudentOfClass: true }),
      editGroups: can(viewer, "groups.edit", facts),
      seeAccommodations: can(viewer, "accommodation.see", facts),
      setAccommodations: can(viewer, "accommodation.set", { ...facts, personIsStudentOfClass: true }),
      seeResults: can(viewer, "results.see", facts),
      export: can(viewer, "export", facts),
    },
  }
}
