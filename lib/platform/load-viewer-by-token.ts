import "server-only"
import type { Viewer } from "@/lib/access/viewer"
import { pool } from "@/lib/platform/database"

// Apart from lib/platform/session, because the front server answers with it before Next is there.

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
