import "server-only"
import { createHash } from "node:crypto"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { PastedRosterInput, RosterFileInput } from "@/lib/classroom/input"
import { type PastedRoster, ROSTER_LINES_MAX, readRoster } from "@/lib/classroom/roster-list"
import { type PlannedLine, planRoster, type RosterMember } from "@/lib/classroom/roster-plan"
import { readRosterFile } from "@/lib/classroom/server/read-roster-file"
import { findClass, loadTakenNames } from "@/lib/classroom/server/store"
import { database } from "@/lib/platform/database"

export type RosterPlan = {
  className: string
  heading: string | null
  lines: PlannedLine[]
  /** Names exactly this plan: what is done later is what was looked at, or nothing. */
  seal: string
}

/** What adding a pasted list to the class would do. Changes nothing. */
export const planPastedRoster = (viewer: Viewer, input: PastedRosterInput): Promise<Decision<RosterPlan>> =>
  planRosterFor(viewer, input.classId, async () => allow(readRoster(input.pasted)))

/** What adding the list in a CSV or XLSX file to the class would do. Changes nothing. */
export const planRosterFile = (viewer: Viewer, input: RosterFileInput): Promise<Decision<RosterPlan>> =>
  planRosterFor(viewer, input.classId, async () => readRosterFile(await bytesOf(input.file)))

const bytesOf = async (file: Blob): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer())

// A list is read only once it is known that the viewer may: reading costs more than asking.
async function planRosterFor(
  viewer: Viewer,
  classId: string,
  read: () => Promise<Decision<PastedRoster>>,
): Promise<Decision<RosterPlan>> {
  const room = await findClass(viewer, classId)
  if (!room.ok) return room
  if (!can(viewer, "roster.add", room.value.facts)) return refuse("forbidden", "people.notAllowed")
  const roster = await read()
  return roster.ok ? planRosterOf(room.value, roster.value) : roster
}

/** The plan for a class of which the caller has decided that its list may be added to. */
export async function planRosterOf(
  room: { id: string; name: string },
  roster: PastedRoster,
): Promise<Decision<RosterPlan>> {
  const lines = roster.people.length + roster.refused.length
  if (lines === 0) return refuse("invalid", "people.rosterEmpty", { field: "pasted" })
  if (lines > ROSTER_LINES_MAX)
    return refuse("too-large", "people.rosterLong", {
      params: { lines, maximum: ROSTER_LINES_MAX },
      field: "pasted",
    })
  const [taken, members] = await Promise.all([loadTakenNames(), loadMembers(room.id)])
  const planned = planRoster(roster, { ...taken, members })
  return allow({ className: room.name, heading: roster.heading, lines: planned, seal: sealOf(planned) })
}

const sealOf = (lines: readonly PlannedLine[]): string =>
  createHash("sha256").update(JSON.stringify(lines)).digest("base64url")

/** Students only: a list never touches staff, whose names and addresses count as taken. */
async function loadMembers(classId: string): Promise<RosterMember[]> {
  const rows = await database().enrolment.findMany({
    where: { classId, role: "student", user: { role: "student" } },
    orderBy: { id: "asc" },
    select: {
      state: true,
      leftAt: true,
      user: { select: { id: true, displayName: true, userName: true, email: true } },
    },
  })
  return rows.map(({ state, leftAt, user: { id, ...words } }) => {
    const standing = leftAt ? "left" : state === "pending" ? "waiting" : "in"
    return { userId: id, ...words, standing }
  })
}
