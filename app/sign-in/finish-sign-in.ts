import "server-only"
import { randomBytes } from "node:crypto"
import { cookies } from "next/headers"
import { homePathOf } from "@/lib/access/home-path"
import { returnPath } from "@/lib/access/return-path"
import { addDeviceMark } from "@/lib/classroom/device-marks"
import type { SignedIn } from "@/lib/classroom/server/sign-in"
import { now } from "@/lib/platform/clock"
import { settings } from "@/lib/platform/environment"
import { DEVICE_COOKIE } from "@/lib/platform/run-public-action"
import { writeDeviceMarks, writeSignInCookie } from "@/lib/platform/sign-in-cookies"

/** Hands the new session to the browser. Resolves to where the person goes now: a password of their own comes first. */
export async function finishSignIn({ person, session, stay }: SignedIn, next?: string): Promise<string> {
  await writeSignInCookie({ userId: person.userId, ...session, stay }, now())
  const known = (await cookies()).get(DEVICE_COOKIE)?.value
  const nonce = randomBytes(12).toString("base64url")
  await writeDeviceMarks(addDeviceMark(known, person.userId, nonce, settings().NEXTAUTH_SECRET))
  const target = returnPath(next)
  if (!person.mustChangePassword) return target ?? homePathOf(person.role)
  return target ? `/account/password?next=${encodeURIComponent(target)}` : "/account/password"
}
