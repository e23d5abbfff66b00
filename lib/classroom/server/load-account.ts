import "server-only"
import type { Viewer } from "@/lib/access/viewer"
import { type Accommodation, readAccommodation } from "@/lib/classroom/accommodation"
import { database } from "@/lib/platform/database"

export type DeviceView = { id: string; device: string | null; since: Date; isThisOne: boolean }

export type AccountView = {
  email: string | null
  devices: DeviceView[]
  /** The second step at sign-in; null where it is off. */
  secondFactor: { since: Date; codesLeft: number } | null
  /** Addresses of the providers whose sign-in is linked. */
  providers: string[]
  /** What the person's teachers have granted; null: nothing. */
  accommodation: Accommodation | null
}

/** What a person sees of their own account: address, second step, and where they are signed in. */
export async function loadAccount(viewer: Viewer, now: Date): Promise<AccountView> {
  const user = await database().user.findUniqueOrThrow({
    where: { id: viewer.userId },
    relationLoadStrategy: "join",
    select: {
      email: true,
      sessions: { where: { expiresAt: { gt: now } }, orderBy: { createdAt: "desc" } },
      secondFactor: { select: { confirmedAt: true } },
      accommodation: true,
      identities: { select: { provider: true } },
      _count: { select: { recoveryCodes: { where: { usedAt: null } } } },
    },
  })
  const devices = user.sessions.map(({ id, device, createdAt }) => ({
    id,
    device,
    since: createdAt,
    isThisOne: id === viewer.sessionId,
  }))
  const since = user.secondFactor?.confirmedAt
  const secondFactor = since ? { since, codesLeft: user._count.recoveryCodes } : null
  const providers = user.identities.map(({ provider }) => provider)
  return {
    email: user.email,
    devices,
    secondFactor,
    providers,
    accommodation: readAccommodation(user.accommodation),
  }
}
