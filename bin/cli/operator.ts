import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { SchoolRole, Viewer } from "@/lib/access/viewer"
import { pool } from "@/lib/platform/database"

type Row = Omit<Viewer, "school" | "sessionId"> & { name: string; timeZone: string; locale: string }

const PERSON = `
  SELECT u.id AS "userId", u.role, u."displayName", u."userName", u."mustChangePassword", u.demonstration,
         c.name, c."timeZone", c.locale
  FROM "User" u CROSS JOIN "School" c
  WHERE u."disabledAt" IS NULL`

/**
 * For whom a command acts: the person of this user name, else the school's first teacher (or administrator, where there
 * is no teacher yet). The command line stands above the permission table; what it makes still belongs to somebody.
 */
export async function actingPerson(userName: string | undefined): Promise<Decision<Viewer>> {
  const found = userName
    ? await pool().query<Row>(`${PERSON} AND u."userName" = $1`, [userName.toLowerCase()])
    : await pool().query<Row>(
        `${PERSON} AND u.role IN ('teacher', 'administrator')
         ORDER BY u.role = 'administrator', u."createdAt", u.id LIMIT 1`,
      )
  const row = found.rows[0]
  if (!row)
    return userName ? refuse("missing", "people.personUnknown") : refuse("conflict", "people.noSchool")
  const { name, timeZone, locale, ...person } = row
  return allow({
    ...person,
    role: person.role as SchoolRole,
    sessionId: "command line",
    school: { name, timeZone, locale },
  })
}
