import "server-only"
import { headers } from "next/headers"
import { forbidden, redirect } from "next/navigation"
import { cache } from "react"
import type { SchoolRole, Viewer } from "@/lib/access/viewer"
import { pool } from "@/lib/platform/database"
import { tokenHashOf } from "@/lib/platform/session-cookie"

const VIEWER = `
  SELECT s.id AS "sessionId", u.id AS "userId", u.role, u."displayName", u."userName",
         u."mustChangePassword", u.demonstration,
         c.name AS "schoolName", c."timeZone", c.locale
  FROM "Session" s
  JOIN "User" u ON u.id = s."userId" AND u."disabledAt" IS NULL
  CROSS JOIN "School" c
  WHERE s."tokenHash" = $1 AND s."expiresAt" > now()`

type ViewerRow = Omit<Viewer, "school"> & { schoolName: string; timeZone: string; locale: string }

/** Who holds the session of this token hash, or null. One trip. */
export async function loadViewerByToken(tokenHash: Buffer): Promise<Viewer | null> {
  const result = await pool().query<ViewerRow>({ name: "viewer", text: VIEWER, values: [tokenHash] })
  const row = result.rows[0]
  if (!row) return null
  const { schoolName, timeZone, locale, ...person } = row
  return { ...person, school: { name: schoolName, timeZone, locale } }
}

/** The token hash of the request being answered, for statements that join "Session" themselves. */
export const sessionTokenHash = cache(
  async (): Promise<Buffer | null> => tokenHashOf((await headers()).get("cookie")),
)

/** Who is asking, once per request; null when nobody is signed in. */
export const loadViewer = cache(async (): Promise<Viewer | null> => {
  const tokenHash = await sessionTokenHash()
  return tokenHash ? loadViewerByToken(tokenHash) : null
})

/**
 * Who is asking, or away to sign in. With `roles`, anyone else sees the forbidden page.
 * `returnTo` is where sign-in leads back to: a path of this site.
 */
export async function requireViewer(roles?: readonly SchoolRole[], returnTo?: string): Promise<Viewer> {
  const viewer = await loadViewer()
  if (!viewer) redirect(signInPath(returnTo ?? (await headers()).get("x-colloquy-path") ?? undefined))
  if (viewer.mustChangePassword) redirect("/account/password")
  if (roles && !roles.includes(viewer.role)) forbidden()
  return viewer
}

const signInPath = (returnTo?: string): string =>
  returnTo && returnTo !== "/" ? `/sign-in?next=${encodeURIComponent(returnTo)}` : "/sign-in"
