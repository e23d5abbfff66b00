import "server-only"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import { readJoinCode } from "@/lib/classroom/join-code"
import { database } from "@/lib/platform/database"

export type JoinableClass = { id: string; name: string; joinNeedsApproval: boolean }

/** The class a typed code opens. The caller has counted the try. */
export async function findJoinableClass(typed: string): Promise<Decision<JoinableClass>> {
  const joinCode = readJoinCode(typed)
  if (!joinCode) return refuse("invalid", "people.codeForm", { field: "code" })
  const room = await database().class.findUnique({
    where: { joinCode, archivedAt: null },
    select: { id: true, name: true, joinNeedsApproval: true, joinLocked: true },
  })
  if (!room) return refuse("missing", "people.codeUnknown", { field: "code" })
  if (room.joinLocked) return refuse("conflict", "people.codeLocked", { field: "code" })
  return allow(room)
}
