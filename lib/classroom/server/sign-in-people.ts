import "server-only"
import { describeDevice } from "@/lib/classroom/device"
import { signInInput } from "@/lib/classroom/input"
import { findByIdentity, linkIdentity } from "@/lib/classroom/server/identities"
import { endSession, findSessionPerson, startSession } from "@/lib/classroom/server/sessions"
import { verifySignIn } from "@/lib/classroom/server/verify-sign-in"
import { type SignInPeople, SignInRefused } from "@/lib/platform/auth-options"
import { now } from "@/lib/platform/clock"
import { database } from "@/lib/platform/database"
import { storable } from "@/lib/platform/storable"

/** next-auth's own door leads to the same rules as the sign-in page's. */
export const signInPeople: SignInPeople = {
  async verify(given) {
    const input = signInInput.safeParse(storable(given))
    const verified = input.success
      ? await verifySignIn(input.data, { deviceMarks: undefined, now: now() })
      : null
    if (!verified?.ok) throw new SignInRefused(verified?.refusal.code ?? "people.signInWrong")
    return { id: verified.value.userId }
  },
  async start(userId, userAgent) {
    const start = { userId, device: describeDevice(userAgent), stay: false }
    return (await database().$transaction((tx) => startSession(tx, start, now()))).token
  },
  async findByIdentity(identity) {
    const found = await findByIdentity(identity)
    if (!found.ok) throw new SignInRefused(found.refusal.code)
    return { id: found.value.userId }
  },
  async link(sessionId, identity) {
    const linked = await linkIdentity(sessionId, identity, now())
    return linked.ok ? null : linked.refusal.code
  },
  find: (tokenHash) => findSessionPerson(tokenHash, now()),
  end: (tokenHash) => endSession(tokenHash),
}
