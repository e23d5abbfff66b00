import "server-only"
import type { Viewer } from "@/lib/access/viewer"
import { pool } from "@/lib/platform/database"

// Apart from lib/platform/session, because the front server answers with it before Next is there.

/** SQL of whoever holds the session of a token hash (SQL, too), as ViewerRow: for statements that ask more in the same trip. */
export const viewerByToken = (tokenHash: string): string => `
  SELECT s.id AS "sessionId", u.id AS "userId", u.role, u."displayName", u."userName",
         u."mustChangePassword", u.demonstration,
         c.name AS "schoolName", c."timeZone", c.locale
  FROM "Session" s
  JOIN "User" u ON u.id = s."userId" AND u."disabledAt" IS NULL
  CROSS JOIN "School" c
  WHERE s."tokenHash" = ${tokenHash} AND s."expiresAt" > now()`

const VIEWER = viewerByToken("$1")

export type ViewerRow = Omit<Viewer, "school"> & { schoolName: string; timeZone: string; locale: string }

/** Who holds the session of this token hash, or null. One trip. */
export async function loadViewerByToken(tokenHash: Buffer): Promise<Viewer | null> {
  const result = await pool().query<ViewerRow>({ name: "viewer", text: VIEWER, values: [tokenHash] })
  return result.rows[0] ? viewerOf(result.rows[0]) : null
}

export function viewerOf({ schoolName, timeZone, locale, ...person }: ViewerRow): Viewer {
  return { ...person, school: { name: schoolName, timeZone, locale } }
}
