import "server-only"
import type pg from "pg"
import { NOBODY } from "@/lib/classroom/keeping/nobody"
import { eraseRows, findHeir, type Person } from "@/lib/classroom/server/keeping/erase-person"
import { erasing, rowsOf } from "@/lib/classroom/server/keeping/erasing-connection"
import { addCounts, removeClasses } from "@/lib/classroom/server/keeping/remove-classes"

/** Numbers only. */
export type Retained = {
  classes: number
  people: number
  removed: Record<string, number>
  /** What is younger, and stays. */
  stays: { classes: number; people: number }
}

/** A class is as young as the last thing that happened in it: a deadline, somebody who came, an event. */
const OLD_CLASSES = `
  SELECT c.id FROM "Class" c
  WHERE c."createdAt" < $1 AND coalesce(c."archivedAt" < $1, true)
    AND NOT EXISTS (SELECT 1 FROM "Assignment" a WHERE a."classId" = c.id AND (a."closesAt" >= $1 OR a."createdAt" >= $1))
    AND NOT EXISTS (SELECT 1 FROM "Enrolment" e WHERE e."classId" = c.id AND e."createdAt" >= $1)
    AND NOT EXISTS (SELECT 1 FROM "Event" v WHERE v."classId" = c.id AND v.at >= $1)`

/** Whoever runs the school stays. Everybody else goes who is in no class any more, and has not been here since. */
const OLD_PEOPLE = `
  SELECT u.id AS "userId", u."userName", u."displayName", u.email FROM "User" u
  WHERE u."createdAt" < $1 AND u.role <> 'administrator' AND u.id <> $2
    AND NOT EXISTS (SELECT 1 FROM "Enrolment" e WHERE e."userId" = u.id AND (e."leftAt" IS NULL OR e."leftAt" >= $1))
    AND NOT EXISTS (SELECT 1 FROM "Session" s WHERE s."userId" = u.id AND s."createdAt" >= $1)
    AND NOT EXISTS (SELECT 1 FROM "Event" v WHERE v."actorId" = u.id AND v.at >= $1)
  ORDER BY u.id`

/**
 * Removes classes in which nothing has happened since `before`, then erases the people who are left without one and have
 * not been here since; sessions that have ended go too. All of it in one transaction.
 */
export async function retain(
  before: Date,
  { dryRun, now }: { dryRun: boolean; now: Date },
): Promise<Retained> {
  return erasing(
    async (client) => {
      const old = await client.query<{ id: string }>(OLD_CLASSES, [before])
      const classes = old.rows.map(({ id }) => id)
      let removed = await removeClasses(client, classes)
      const { rows: people } = await client.query<Person>(OLD_PEOPLE, [before, NOBODY.userId])
      removed = addCounts(removed, await erasePeople(client, people))
      const sessions = await rowsOf(client, 'DELETE FROM "Session" WHERE "expiresAt" < $1', [now])
      removed = addCounts(removed, { sessions })
      return { classes: classes.length, people: people.length, removed, stays: await countRest(client) }
    },
    { dryRun },
  )
}

/** Erases several people, the last administrator never among them. */
export async function erasePeople(
  client: pg.PoolClient,
  people: readonly Person[],
): Promise<Record<string, number>> {
  let removed: Record<string, number> = {}
  for (const person of people) {
    const heir = await findHeir(client, person.userId)
    if (!heir) throw new Error("a school without an administrator erases nobody")
    removed = addCounts(removed, (await eraseRows(client, person, heir)).removed)
  }
  const text = `INSERT INTO "Event" (kind, data) VALUES ('people.retained', $1)`
  if (people.length > 0) await client.query(text, [JSON.stringify({ people: people.length })])
  return removed
}

async function countRest(client: pg.PoolClient): Promise<Retained["stays"]> {
  const { rows } = await client.query<Retained["stays"]>(
    `SELECT (SELECT count(*)::int FROM "Class") AS classes, (SELECT count(*)::int FROM "User" WHERE id <> $1) AS people`,
    [NOBODY.userId],
  )
  return rows[0] ?? { classes: 0, people: 0 }
}
