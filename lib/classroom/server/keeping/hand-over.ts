import "server-only"
import pg from "pg"
import { NOBODY } from "@/lib/classroom/keeping/nobody"
import { STAFF_MARKS } from "@/lib/classroom/keeping/staff-marks"
import { rowsOf } from "@/lib/classroom/server/keeping/erasing-connection"
import type { PersonIds } from "@/lib/classroom/server/keeping/load-person-ids"

/** The row that everybody who was erased becomes. Made with the first of them. */
export async function makeNobody(client: pg.PoolClient): Promise<void> {
  await client.query(
    `INSERT INTO "User" (id, "userName", "displayName", role, "disabledAt") VALUES ($1, $2, $3, 'student', now())
     ON CONFLICT (id) DO NOTHING`,
    [NOBODY.userId, NOBODY.userName, NOBODY.displayName],
  )
}

/**
 * What a member of staff made for the school stays: readings and lessons become the heir's, so that somebody can go on with
 * them; who did what to somebody else's work becomes nobody. Their own comments, drafts and words for colleagues go.
 */
export async function handOver(
  client: pg.PoolClient,
  { from, heir }: { from: string; heir: string },
): Promise<Record<string, number>> {
  for (const table of ["LessonSignOff", "BankComment"])
    await client.query(`DELETE FROM ${pg.escapeIdentifier(table)} WHERE "userId" = $1`, [from])
  await client.query('DELETE FROM "GradeDraft" WHERE "graderId" = $1', [from])
  let staffMarks = 0
  for (const [table, column] of STAFF_MARKS) {
    const name = pg.escapeIdentifier(column)
    const text = `UPDATE ${pg.escapeIdentifier(table)} SET ${name} = $2 WHERE ${name} = $1`
    staffMarks += await rowsOf(client, text, [from, NOBODY.userId])
  }
  const own = (table: string) => `UPDATE "${table}" SET "ownerId" = $2 WHERE "ownerId" = $1`
  const readings = await rowsOf(client, own("Reading"), [from, heir])
  const lessons = await rowsOf(client, own("Lesson"), [from, heir])
  return { staffMarks, readingsHandedOver: readings, lessonsHandedOver: lessons }
}

const FORGET = `
  UPDATE "Event" SET
    "actorId" = CASE WHEN "actorId" <> $1 THEN "actorId" END,
    "subjectId" = CASE WHEN "subjectId" <> ALL($2::uuid[]) THEN "subjectId" END,
    data = CASE WHEN EXISTS (SELECT 1 FROM jsonb_each_text(data) one WHERE one.value = ANY($2::text[])) THEN '{}' ELSE data END
  WHERE "actorId" = $1 OR "subjectId" = ANY($2::uuid[])
    OR EXISTS (SELECT 1 FROM jsonb_each_text(data) one WHERE one.value = ANY($2::text[]))`

/** The log keeps what happened and when; the counters of guesses are forgotten. Answers how many events lost their person. */
export async function forgetInLogs(
  client: pg.PoolClient,
  ids: PersonIds,
  { userName, email }: { userName: string; email: string | null },
): Promise<number> {
  const { userId, classes: _, ...lists } = ids
  const events = await rowsOf(client, FORGET, [userId, [userId, ...Object.values(lists).flat()]])
  const words = [userId, userName, email].filter((word) => word !== null)
  await client.query('DELETE FROM "RateLimit" r USING unnest($1::text[]) w WHERE position(w IN r.key) > 0', [
    words,
  ])
  return events
}
