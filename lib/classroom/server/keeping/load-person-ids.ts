import "server-only"
import type pg from "pg"

/** Every id that leads to a person. */
export type PersonIds = {
  userId: string
  enrolments: string[]
  classes: string[]
  aliases: string[]
  posts: string[]
  attempts: string[]
  stanceSubjects: string[]
  sessions: string[]
}

const IDS = `
  WITH mine AS (SELECT id, "classId" FROM "Enrolment" WHERE "userId" = $1),
    alias AS (SELECT id FROM "PostAlias" WHERE "enrolmentId" IN (SELECT id FROM mine))
  SELECT $1::uuid AS "userId",
    ARRAY(SELECT id::text FROM mine) AS enrolments,
    ARRAY(SELECT "classId"::text FROM mine) AS classes,
    ARRAY(SELECT id::text FROM alias) AS aliases,
    ARRAY(SELECT id::text FROM "Post" WHERE "aliasId" IN (SELECT id FROM alias)) AS posts,
    ARRAY(SELECT id::text FROM "Attempt" WHERE "enrolmentId" IN (SELECT id FROM mine)) AS attempts,
    ARRAY(SELECT id::text FROM "StanceSubject" WHERE "userId" = $1) AS "stanceSubjects",
    ARRAY(SELECT id::text FROM "Session" WHERE "userId" = $1) AS sessions`

export async function loadPersonIds(client: pg.ClientBase, userId: string): Promise<PersonIds> {
  const { rows } = await client.query<PersonIds>(IDS, [userId])
  if (!rows[0]) throw new Error("a row of arrays is always there")
  return rows[0]
}
