import type { Pool } from "pg"
import type { Staging } from "@/tests/shots/page-entry"
import type { Scene } from "@/tests/shots/scene"

// The demonstration class in groups, for one picture.

const idOf = (number: number) => `00000000-0000-7000-8000-00000000a9${String(number).padStart(2, "0")}`

async function makeGroups(db: Pool, scene: Scene): Promise<void> {
  for (const [at, name] of ["Herons", "Group 2", "Group 3", "Group 4"].entries())
    await db.query(
      `INSERT INTO "Group" (id, "classId", name)
       SELECT $1, "classId", $2 FROM "Assignment" WHERE id = $3`,
      [idOf(at + 1), name, scene.assignmentId],
    )
  // Two are in none, and whoever has done everything is in the first.
  await db.query(
    `INSERT INTO "GroupMember" ("enrolmentId", "groupId")
     SELECT id, ('${idOf(0).slice(0, -1)}' || 1 + (place % 4))::uuid FROM (
       SELECT e.id, row_number() OVER (ORDER BY e.id <> $2, e.id) - 1 AS place, count(*) OVER () AS people
       FROM "Enrolment" e JOIN "Assignment" a ON a."classId" = e."classId"
       WHERE a.id = $1 AND e.role = 'student' AND e.state = 'active' AND e."leftAt" IS NULL) seated
     WHERE place < people - 2`,
    [scene.assignmentId, scene.enrolmentId],
  )
  await db.query(
    `INSERT INTO "GroupUndo" ("classId", before, change, at)
     SELECT "classId", '[]', 'moved', now() - interval '20 minutes' FROM "Assignment" WHERE id = $1`,
    [scene.assignmentId],
  )
}

async function dropGroups(db: Pool): Promise<void> {
  await db.query('UPDATE "Thread" SET "groupId" = NULL')
  await db.query('DELETE FROM "GroupUndo"')
  await db.query('DELETE FROM "Group"')
  await db.query('DELETE FROM "DiscussionRules"')
}

/** Four groups, two students in none. */
export const grouped: Staging = async (db, scene) => {
  await makeGroups(db, scene)
  return () => dropGroups(db)
}

const BY_GROUPS = `INSERT INTO "DiscussionRules" ("assignmentId", "byGroups") VALUES ($1, true)
  ON CONFLICT ("assignmentId") DO UPDATE SET "byGroups" = true`

/** The same, the discussion held in them: what was said is said in the first one. */
export const heldInGroups: Staging = async (db, scene) => {
  await makeGroups(db, scene)
  await db.query(BY_GROUPS, [scene.assignmentId])
  await db.query('UPDATE "Thread" SET "groupId" = $2 WHERE "assignmentId" = $1', [
    scene.assignmentId,
    idOf(1),
  ])
  return () => dropGroups(db)
}

/** The discussion is held in groups, and there are none. */
export const withoutGroups: Staging = async (db, scene) => {
  await db.query(BY_GROUPS, [scene.assignmentId])
  return () => dropGroups(db)
}
