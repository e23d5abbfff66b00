import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { NOBODY } from "@/lib/classroom/keeping/nobody"
import type { SchoolRole } from "@/lib/classroom/roles"
import { pool } from "@/lib/platform/database"

export type PersonView = {
  userId: string
  displayName: string
  userName: string
  email: string | null
  role: SchoolRole
  disabled: boolean
  waitsForFirstSignIn: boolean
  demonstration: boolean
  /** The second step at sign-in is on. */
  secondFactor: boolean
  /** Names of the classes they are in. */
  classes: string[]
}

export type PeoplePage = { people: PersonView[]; total: number }

/** People shown at once; the search narrows. */
export const PEOPLE_SHOWN = 200

const PEOPLE = `
  SELECT u.id AS "userId", u."displayName", u."userName", u.email, u.role, u.demonstration,
         EXISTS (SELECT 1 FROM "SecondFactor" f WHERE f."userId" = u.id AND f."confirmedAt" IS NOT NULL) AS "secondFactor",
         u."disabledAt" IS NOT NULL AS disabled, u."mustChangePassword" AS "waitsForFirstSignIn",
         coalesce(array_agg(c.name ORDER BY c.name) FILTER (WHERE c.id IS NOT NULL), '{}') AS classes,
         count(*) OVER ()::int AS total
  FROM "User" u
  LEFT JOIN "Enrolment" e ON e."userId" = u.id AND e.state = 'active' AND e."leftAt" IS NULL
  LEFT JOIN "Class" c ON c.id = e."classId" AND c."archivedAt" IS NULL
  WHERE ($1 = '' OR position($1 in lower(u."displayName")) > 0 OR position($1 in u."userName") > 0
         OR position($1 in coalesce(u.email, '')) > 0)
    AND ($2::text IS NULL OR u.role::text = $2) AND u.id <> $4
  GROUP BY u.id
  ORDER BY u."disabledAt" IS NOT NULL, u."displayName", u.id
  LIMIT $3`

/** Everybody of the school, for its administrators. `search` is part of a name, a user name or an address. */
export async function loadPeople(
  viewer: Viewer,
  { search, role }: { search: string; role: SchoolRole | null },
): Promise<Decision<PeoplePage>> {
  if (!can(viewer, "people.see")) return refuse("forbidden", "people.notAllowed")
  const values = [
    search.normalize("NFKC").trim().toLowerCase().slice(0, 100),
    role,
    PEOPLE_SHOWN,
    NOBODY.userId,
  ]
  const { rows } = await pool().query<PersonView & { total: number }>({
    name: "people",
    text: PEOPLE,
    values,
  })
  return allow({ people: rows.map(({ total: _, ...person }) => person), total: rows[0]?.total ?? 0 })
}
