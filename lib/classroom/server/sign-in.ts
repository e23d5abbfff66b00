import "server-only"
import { allow, type Decision } from "@/lib/access/refusal"
import { describeDevice } from "@/lib/classroom/device"
import type { SignInInput } from "@/lib/classroom/input"
import { type StartedSession, startSession } from "@/lib/classroom/server/sessions"
import { type SignedInPerson, verifySignIn } from "@/lib/classroom/server/verify-sign-in"
import { database } from "@/lib/platform/database"
import type { Caller } from "@/lib/platform/run-public-action"

export type SignedIn = { person: SignedInPerson; session: StartedSession; stay: boolean }

/** Checks name and password and begins a session. The caller hands the token to the browser. */
export async function signIn(caller: Caller, input: SignInInput, now: Date): Promise<Decision<SignedIn>> {
  const verified = await verifySignIn(input, { deviceMarks: caller.deviceMarks, now })
  if (!verified.ok) return verified
  const { userId } = verified.value
  const session = await database().$transaction((tx) =>
    startSession(tx, { userId, device: describeDevice(caller.userAgent), stay: input.stay }, now),
  )
  return allow({ person: verified.value, session, stay: input.stay })
}
