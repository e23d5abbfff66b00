import "server-only"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { BeginLinkInput, UnlinkInput } from "@/lib/classroom/input"
import { checkOwnPassword } from "@/lib/classroom/server/check-own-password"
import { checkSecondStep } from "@/lib/classroom/server/check-second-step"
import { database } from "@/lib/platform/database"
import { appendEvent } from "@/lib/platform/events"

/** Who somebody is at a provider: its address, and the subject its tokens name. Never an email address. */
export type ProviderIdentity = { provider: string; subject: string }

/** Whose sign-in this is. Nobody is made, and nobody is found by their address: an account is linked by its owner first. */
export async function findByIdentity(identity: ProviderIdentity): Promise<Decision<{ userId: string }>> {
  const found = await database().identity.findUnique({
    where: { provider_subject: identity },
    relationLoadStrategy: "join",
    select: { user: { select: { id: true, disabledAt: true } } },
  })
  if (!found) return refuse("unauthenticated", "people.identityUnknown")
  if (found.user.disabledAt) return refuse("forbidden", "people.accountClosed")
  return allow({ userId: found.user.id })
}

/** Whether this person may begin to link a sign-in: a stolen session alone must not make itself a lasting way in. */
export async function beginLink(
  viewer: Viewer,
  input: BeginLinkInput,
  now: Date,
): Promise<Decision<{ sessionId: string }>> {
  const known = await proveOneself(viewer, input, now)
  return known.ok ? allow({ sessionId: viewer.sessionId }) : known
}

/** Links a provider's sign-in to the account that this session belongs to, if it still stands. Linking again changes nothing. */
export async function linkIdentity(
  sessionId: string,
  identity: ProviderIdentity,
  now: Date,
): Promise<Decision<null>> {
  const session = await database().session.findFirst({
    where: { id: sessionId, expiresAt: { gt: now }, user: { disabledAt: null } },
    select: { userId: true },
  })
  if (!session) return refuse("unauthenticated", "people.linkLate")
  const { userId } = session
  return database().$transaction(async (tx) => {
    // Of two people who link one sign-in at once, the first has it.
    await tx.identity.createMany({ data: { ...identity, userId }, skipDuplicates: true })
    const owner = await tx.identity.findUniqueOrThrow({ where: { provider_subject: identity } })
    if (owner.userId !== userId) return refuse("conflict", "people.identityTaken")
    await appendEvent(tx, { kind: "people.identityLinked", actorId: userId, subjectId: userId })
    return allow(null)
  })
}

/** Takes every sign-in of this provider away from one's own account. The password stays as the way in. */
export async function unlinkIdentity(
  viewer: Viewer,
  { provider, ...proof }: UnlinkInput & { provider: string },
  now: Date,
): Promise<Decision<null>> {
  const known = await proveOneself(viewer, proof, now)
  if (!known.ok) return known
  await database().$transaction(async (tx) => {
    const { count } = await tx.identity.deleteMany({ where: { userId: viewer.userId, provider } })
    await appendEvent(tx, {
      kind: "people.identityUnlinked",
      actorId: viewer.userId,
      subjectId: viewer.userId,
      data: { count },
    })
  })
  return allow(null)
}

/** The password and, where a second step is on, its code. */
async function proveOneself(
  viewer: Viewer,
  { current, code }: BeginLinkInput,
  now: Date,
): Promise<Decision<null>> {
  const { passwordHash, secondFactor } = await database().user.findUniqueOrThrow({
    where: { id: viewer.userId },
    relationLoadStrategy: "join",
    select: {
      passwordHash: true,
      secondFactor: { select: { secret: true, lastStep: true, confirmedAt: true } },
    },
  })
  const known = await checkOwnPassword(viewer.userId, passwordHash, current)
  if (!known.ok || !secondFactor?.confirmedAt) return known
  return checkSecondStep(viewer.userId, secondFactor, code ?? "", now)
}
