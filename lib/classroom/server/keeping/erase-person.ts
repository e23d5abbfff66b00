import "server-only"
import type pg from "pg"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { ErasePersonInput } from "@/lib/classroom/input"
import { NOBODY } from "@/lib/classroom/keeping/nobody"
import { erasePosts } from "@/lib/classroom/server/keeping/erase-posts"
import { eraseWork } from "@/lib/classroom/server/keeping/erase-work"
import { erasing } from "@/lib/classroom/server/keeping/erasing-connection"
import { findTraces, type Traces } from "@/lib/classroom/server/keeping/find-traces"
import { forgetInLogs, handOver, makeNobody } from "@/lib/classroom/server/keeping/hand-over"
import { loadPersonIds } from "@/lib/classroom/server/keeping/load-person-ids"
import { pool } from "@/lib/platform/database"

/** Numbers only: neither of them says anything of anybody. */
export type Erased = {
  removed: Record<string, number>
  /** What keeps its place, without a person. */
  stays: Record<string, number>
  /** In how many rows of which tables their name or address still stands: what others wrote, which is theirs. */
  mentions: Traces
}

export type Person = { userId: string; userName: string; displayName: string; email: string | null }

/** `colloquy erase-person`: by id, user name or address. The command line stands above the permission table. */
export async function erasePersonCommand(
  reference: string,
  { dryRun }: { dryRun: boolean },
): Promise<Decision<Erased>> {
  const person = await findPerson(reference)
  if (!person) return refuse("missing", "people.personUnknown")
  return erase(person, { actorId: null, dryRun })
}

/** An administrator erases anybody but themselves, having typed that person's user name. */
export async function erasePerson(viewer: Viewer, input: ErasePersonInput): Promise<Decision<Erased>> {
  if (!can(viewer, "people.erase")) return refuse("forbidden", "people.notAllowed")
  if (input.userId === viewer.userId) return refuse("conflict", "people.notYourself")
  const person = await findPerson(input.userId)
  if (!person) return refuse("missing", "people.personUnknown")
  if (input.typed.trim().toLowerCase() !== person.userName)
    return refuse("invalid", "people.typedOtherwise", { field: "typed" })
  return erase(person, { actorId: viewer.userId, dryRun: false })
}

async function erase(
  person: Person,
  { actorId, dryRun }: { actorId: string | null; dryRun: boolean },
): Promise<Decision<Erased>> {
  return erasing(
    async (client) => {
      const heir = await findHeir(client, person.userId)
      if (!heir) return refuse("conflict", "people.lastAdministrator")
      const { removed, stays } = await eraseRows(client, person, heir)
      const words = [person.displayName, person.email ?? ""]
      const mentions = await findTraces(client, words)
      await recordErasing(client, actorId, removed)
      return allow({ removed, stays, mentions })
    },
    { dryRun },
  )
}

/** Takes a person out of every table, in the order the foreign keys ask for. For whoever is in an erasing transaction. */
export async function eraseRows(
  client: pg.PoolClient,
  person: Person,
  heir: string,
): Promise<Pick<Erased, "removed" | "stays">> {
  await client.query('SELECT 1 FROM "User" WHERE id = $1 FOR UPDATE', [person.userId])
  const ids = await loadPersonIds(client, person.userId)
  await makeNobody(client)
  const posts = await erasePosts(client, ids)
  const work = await eraseWork(client, ids)
  const staff = await handOver(client, { from: person.userId, heir })
  const events = await forgetInLogs(client, ids, person)
  await client.query('DELETE FROM "Enrolment" WHERE "userId" = $1', [person.userId])
  await client.query('DELETE FROM "User" WHERE id = $1', [person.userId])
  return {
    removed: { accounts: 1, enrolments: ids.enrolments.length, ...work, ...posts.removed },
    stays: { ...posts.stays, ...staff, events },
  }
}

async function recordErasing(
  client: pg.PoolClient,
  actorId: string | null,
  removed: Record<string, number>,
): Promise<void> {
  await client.query(`INSERT INTO "Event" (kind, "actorId", data) VALUES ('people.erased', $1, $2)`, [
    actorId,
    JSON.stringify(removed),
  ])
}

/** Whose the readings and lessons become, and proof that the school is not left without an administrator. */
export async function findHeir(client: pg.PoolClient, userId: string): Promise<string | null> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT id FROM "User" WHERE role = 'administrator' AND "disabledAt" IS NULL AND id <> $1
     ORDER BY demonstration, "createdAt", id LIMIT 1`,
    [userId],
  )
  return rows[0]?.id ?? null
}

/** By id, user name or address. Null for whoever is erased already. */
export async function findPerson(reference: string): Promise<Person | null> {
  const typed = reference.normalize("NFKC").trim().toLowerCase()
  const { rows } = await pool().query<Person>(
    `SELECT id AS "userId", "userName", "displayName", email FROM "User"
     WHERE (id::text = $1 OR "userName" = $1 OR email = $1) AND id <> $2
     ORDER BY id::text = $1 DESC, "userName" = $1 DESC LIMIT 1`,
    [typed, NOBODY.userId],
  )
  return rows[0] ?? null
}
