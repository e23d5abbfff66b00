import "server-only"
import type { Viewer } from "@/lib/access/viewer"
import { database } from "@/lib/platform/database"

export type DeviceView = { id: string; device: string | null; since: Date; isThisOne: boolean }

export type AccountView = { email: string | null; devices: DeviceView[] }

/** What a person sees of their own account: address, and where they are signed in. */
export async function loadAccount(viewer: Viewer, now: Date): Promise<AccountView> {
  const user = await database().user.findUniqueOrThrow({
    where: { id: viewer.userId },
    relationLoadStrategy: "join",
    select: { email: true, sessions: { where: { expiresAt: { gt: now } }, orderBy: { createdAt: "desc" } } },
  })
  const devices = user.sessions.map(({ id, device, createdAt }) => ({
    id,
    device,
    since: createdAt,
    isThisOne: id === viewer.sessionId,
  }))
  return { email: user.email, devices }
}
