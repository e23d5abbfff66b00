import "server-only"
import { z } from "zod"
import { can } from "@/lib/access/permissions"
import type { Viewer } from "@/lib/access/viewer"
import { type Arrangement, type GroupChange, groupChanges } from "@/lib/classroom/groups/group-arrangement"
import { arrangementOf, STANDING } from "@/lib/classroom/server/group-store"
import { activeOf, classesOf } from "@/lib/classroom/server/store"
import { database } from "@/lib/platform/database"

/** `last`: what was done to the groups last, which can be taken back; null where nothing was. */
export type ClassGroups = { groups: Arrangement; last: { change: GroupChange; at: Date } | null }

/** The groups of a class, for whoever may see its roster; without any for everybody else. One trip. */
export async function loadGroups(viewer: Viewer, classId: string): Promise<ClassGroups> {
  const room = await database().class.findFirst({
    where: { id: classId, ...classesOf(viewer) },
    relationLoadStrategy: "join",
    select: {
      groups: STANDING,
      groupUndo: { select: { change: true, at: true } },
      enrolments: { where: activeOf(viewer), select: { role: true } },
    },
  })
  const classRole = room?.enrolments[0]?.role ?? null
  if (!room || !can(viewer, "roster.see", { classRole })) return { groups: [], last: null }
  const { groupUndo } = room
  return {
    groups: arrangementOf(room.groups),
    last: groupUndo && { change: z.enum(groupChanges).parse(groupUndo.change), at: groupUndo.at },
  }
}
