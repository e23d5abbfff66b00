import "server-only"
import { cookies, headers } from "next/headers"
import { encode } from "next-auth/jwt"
import { settings } from "@/lib/platform/environment"
import { DEVICE_COOKIE } from "@/lib/platform/run-public-action"
import { PLAIN_COOKIE, SECURE_COOKIE } from "@/lib/platform/session-cookie-names"

type SignInCookie = {
  userId: string
  token: string
  expiresAt: Date
  /** Kept when the browser closes. */
  stay: boolean
}

const YEAR_SECONDS = 365 * 24 * 3_600

/** Hands a session to the browser, as next-auth itself writes it: an encrypted token, unreadable to scripts. */
export async function writeSignInCookie(
  { userId, token, expiresAt, stay }: SignInCookie,
  now: Date,
): Promise<void> {
  const secure = await isSecure()
  const maxAge = Math.floor((expiresAt.getTime() - now.getTime()) / 1000)
  const secret = settings().NEXTAUTH_SECRET
  const value = await encode({ token: { sub: userId, sessionToken: token }, secret, maxAge })
  const options = { httpOnly: true, sameSite: "lax", path: "/", secure } as const
  const jar = await cookies()
  jar.set(secure ? SECURE_COOKIE : PLAIN_COOKIE, value, stay ? { ...options, expires: expiresAt } : options)
}

/** Takes the session out of the browser. The row is ended by the room that keeps it. */
export async function clearSignInCookie(): Promise<void> {
  const jar = await cookies()
  const ours = jar
    .getAll()
    .filter(({ name }) => name.startsWith(PLAIN_COOKIE) || name.startsWith(SECURE_COOKIE))
  for (const { name } of ours)
    jar.set(name, "", {
      httpOnly: true,
      sameSite: "lax",
      path: "/",
      secure: name.startsWith("__Secure-"),
      maxAge: 0,
    })
}

/** Remembers which accounts have signed in on this device. Opens nothing: see lib/classroom/device-marks. */
export async function writeDeviceMarks(marks: string): Promise<void> {
  const secure = await isSecure()
  ;(await cookies()).set(DEVICE_COOKIE, marks, {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure,
    maxAge: YEAR_SECONDS,
  })
}

/** A classroom's address may be plain HTTP; a secure cookie would be dropped there. */
export const isSecure = async (): Promise<boolean> => (await headers()).get("x-forwarded-proto") === "https"
