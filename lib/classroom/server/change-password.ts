import "server-only"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { ChangePasswordInput } from "@/lib/classroom/input"
import { newPasswordFault } from "@/lib/classroom/person-fields"
import { checkOwnPassword } from "@/lib/classroom/server/check-own-password"
import { hashPassword, verifyPassword } from "@/lib/classroom/server/hash-password"
import { endSessionsOf, type StartedSession, startSession } from "@/lib/classroom/server/sessions"
import { database } from "@/lib/platform/database"
import { appendEvent } from "@/lib/platform/events"

/**
 * Takes a password of one's own. Every session ends and a new one begins for the device that asked, so that whoever had a
 * stolen cookie is out. After a reset the old password is not asked again: it was typed a moment ago to get here.
 */
export async function changePassword(
  viewer: Viewer,
  input: ChangePasswordInput,
  now: Date,
): Promise<Decision<StartedSession & { stay: boolean }>> {
  const user = await database().user.findUniqueOrThrow({
    where: { id: viewer.userId },
    select: { passwordHash: true, email: true, sessions: { where: { id: viewer.sessionId } } },
  })
  const known = viewer.mustChangePassword
    ? allow(null)
    : await checkOwnPassword(viewer.userId, user.passwordHash, input.current)
  if (!known.ok) return known
  const fault = newPasswordFault(input.password, viewer.role, { ...viewer, email: user.email ?? undefined })
  if (fault) return refuse("invalid", fault.code, fault)
  if (await verifyPassword(user.passwordHash, input.password))
    return refuse("invalid", "people.passwordSame", { field: "password" })
  const passwordHash = await hashPassword(input.password)
  const old = user.sessions[0]
  const stay = old !== undefined && old.expiresAt.getTime() - old.createdAt.getTime() > 24 * 3_600_000
  const session = await database().$transaction(async (tx) => {
    await tx.user.update({ where: { id: viewer.userId }, data: { passwordHash, mustChangePassword: false } })
    await endSessionsOf(tx, viewer.userId)
    await appendEvent(tx, {
      kind: "people.passwordChanged",
      actorId: viewer.userId,
      subjectId: viewer.userId,
    })
    return startSession(tx, { userId: viewer.userId, device: old?.device ?? null, stay }, now)
  })
  return allow({ ...session, stay })
}
