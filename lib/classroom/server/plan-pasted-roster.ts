import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { PastedRosterInput } from "@/lib/classroom/input"
import { ROSTER_LINES_MAX, readRoster } from "@/lib/classroom/roster-list"
import { type PlannedLine, planRoster } from "@/lib/classroom/roster-plan"
import { findClass, loadTakenNames } from "@/lib/classroom/server/store"
import { database } from "@/lib/platform/database"

export type RosterPlan = { className: string; heading: string | null; lines: PlannedLine[] }

/** What adding this list to the class would do. Changes nothing. */
export async function planPastedRoster(
  viewer: Viewer,
  input: PastedRosterInput,
): Promise<Decision<RosterPlan>> {
  const room = await findClass(viewer, input.classId)
  if (!room.ok) return room
  if (!can(viewer, "roster.add", room.value.facts)) return refuse("forbidden", "people.notAllowed")
  const roster = readRoster(input.pasted)
  const lines = roster.people.length + roster.refused.length
  if (lines === 0) return refuse("invalid", "people.rosterEmpty", { field: "pasted" })
  if (lines > ROSTER_LINES_MAX)
    return refuse("too-large", "people.rosterLong", {
      params: { lines, maximum: ROSTER_LINES_MAX },
      field: "pasted",
    })
  const [taken, members] = await Promise.all([loadTakenNames(), loadMembers(input.classId)])
  return allow({
    className: room.value.name,
    heading: roster.heading,
    lines: planRoster(roster, { ...taken, members }),
  })
}

async function loadMembers(classId: string) {
  const rows = await database().enrolment.findMany({
    where: { classId },
    select: { leftAt: true, user: { select: { displayName: true } } },
  })
  return rows.map(({ leftAt, user }) => ({ displayName: user.displayName, left: leftAt !== null }))
}
