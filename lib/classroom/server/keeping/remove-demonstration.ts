import "server-only"
import type pg from "pg"
import { NOBODY } from "@/lib/classroom/keeping/nobody"
import type { Person } from "@/lib/classroom/server/keeping/erase-person"
import { eraseRows } from "@/lib/classroom/server/keeping/erase-person"
import { erasing, rowsOf } from "@/lib/classroom/server/keeping/erasing-connection"
import { addCounts, removeClasses } from "@/lib/classroom/server/keeping/remove-classes"

export type RemovedDemonstration = {
  people: number
  classes: number
  removed: Record<string, number>
  /** False where nobody real was there: the next start then sets the school up anew. */
  schoolStays: boolean
}

const PEOPLE = `SELECT id AS "userId", "userName", "displayName", email FROM "User" WHERE demonstration ORDER BY id`

/** Classes that only demonstration people made and are in: one that somebody real has joined is theirs now. */
const CLASSES = `
  SELECT c.id FROM "Class" c JOIN "User" maker ON maker.id = c."createdById" AND maker.demonstration
  WHERE NOT EXISTS (SELECT 1 FROM "Enrolment" e JOIN "User" u ON u.id = e."userId" WHERE e."classId" = c.id AND NOT u.demonstration)`

/**
 * Takes out the demonstration: its people and their classes. Lessons and readings are kept where there is somebody real to
 * have them; where there is nobody, everything goes, and the school with it.
 */
export async function removeDemonstration({ dryRun }: { dryRun: boolean }): Promise<RemovedDemonstration> {
  return erasing(
    async (client) => {
      const { rows: people } = await client.query<Person>(PEOPLE)
      const found = await client.query<{ id: string }>(CLASSES)
      const classes = found.rows.map(({ id }) => id)
      let removed = await removeClasses(client, classes)
      const heir = await findRealHeir(client)
      if (!heir && people.length > 0) removed = addCounts(removed, await removeLessons(client))
      for (const person of people)
        removed = addCounts(removed, (await eraseRows(client, person, heir ?? person.userId)).removed)
      const schoolStays = people.length === 0 || (await hasRealPeople(client))
      if (!schoolStays) await client.query('DELETE FROM "School"')
      return { people: people.length, classes: classes.length, removed, schoolStays }
    },
    { dryRun },
  )
}

/** Whoever real runs the school, else its first teacher. */
async function findRealHeir(client: pg.PoolClient): Promise<string | null> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT id FROM "User" WHERE NOT demonstration AND "disabledAt" IS NULL AND role IN ('administrator', 'teacher')
     ORDER BY role = 'administrator' DESC, "createdAt", id LIMIT 1`,
  )
  return rows[0]?.id ?? null
}

async function hasRealPeople(client: pg.PoolClient): Promise<boolean> {
  return (await rowsOf(client, 'SELECT 1 FROM "User" WHERE id <> $1 LIMIT 1', [NOBODY.userId])) > 0
}

async function removeLessons(client: pg.PoolClient): Promise<Record<string, number>> {
  const of = 'WHERE "ownerId" IN (SELECT id FROM "User" WHERE demonstration)'
  return {
    lessons: await rowsOf(client, `DELETE FROM "Lesson" ${of}`, []),
    readings: await rowsOf(client, `DELETE FROM "Reading" ${of}`, []),
  }
}
