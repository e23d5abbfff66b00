import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { JoinClassInput } from "@/lib/classroom/input"
import { findJoinableClass, type JoinableClass } from "@/lib/classroom/server/find-joinable-class"
import { countGuess } from "@/lib/classroom/server/limit-guesses"
import { database } from "@/lib/platform/database"
import { appendEvent } from "@/lib/platform/events"
import { newId } from "@/lib/platform/ids"

export type Joined = { className: string; state: "pending" | "active" }

/**
 * Asks to join, or joins, by code. Who is in already stays as they are; who left or was removed waits for a teacher, whatever
 * the class's rule, so that a code that is known cannot undo a removal.
 */
export async function joinClass(viewer: Viewer, input: JoinClassInput): Promise<Decision<Joined>> {
  if (!can(viewer, "class.join")) return refuse("forbidden", "people.joinStudentsOnly")
  const counted = await countGuess("joinCode", viewer.userId)
  if (!counted.ok) return counted
  const room = await findJoinableClass(input.code)
  if (!room.ok) return room
  return allow({ className: room.value.name, state: await enrolByCode(room.value, viewer.userId) })
}

async function enrolByCode(room: JoinableClass, userId: string): Promise<"pending" | "active"> {
  const first = room.joinNeedsApproval ? "pending" : "active"
  return database().$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ state: "pending" | "active" }[]>`
      INSERT INTO "Enrolment" AS e (id, "classId", "userId", role, state)
      VALUES (${newId()}::uuid, ${room.id}::uuid, ${userId}::uuid, 'student', ${first}::"EnrolmentState")
      ON CONFLICT ("classId", "userId") DO UPDATE SET
        state = CASE WHEN e."leftAt" IS NULL THEN e.state ELSE 'pending' END,
        role = CASE WHEN e."leftAt" IS NULL THEN e.role ELSE 'student' END,
        "leftAt" = NULL
      RETURNING state`
    const state = row?.state ?? first
    await appendEvent(tx, { kind: "class.joined", actorId: userId, classId: room.id, data: { state } })
    return state
  })
}
