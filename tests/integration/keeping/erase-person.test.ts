import { randomUUID } from "node:crypto"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import { gunzipSync } from "node:zlib"
import pg from "pg"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { NOBODY } from "@/lib/classroom/keeping/nobody"
import { STAFF_MARKS } from "@/lib/classroom/keeping/staff-marks"
import { erasePerson, erasePersonCommand } from "@/lib/classroom/server/keeping/erase-person"
import { findTraces } from "@/lib/classroom/server/keeping/find-traces"
import { loadPersonIds, type PersonIds } from "@/lib/classroom/server/keeping/load-person-ids"
import { listTables } from "../../../bin/backup/list-tables"
import { writeBackup } from "../../../bin/backup/write-backup"
import { recordTried } from "../../assurance/record"
import { useTestDatabase } from "../../support/database"
import { makeUser, makeViewer } from "../../support/factories"
import { type Filled, fillEveryTable, OF_THE_SCHOOL } from "../../support/fill-every-table"
import { expectRefusal } from "../people/expect-refusal"

useTestDatabase()

const canary = (table: string, column: string) => `canary of ${table}.${column}`
const folder = mkdtempSync(path.join(os.tmpdir(), "colloquy-erase-"))
let client: pg.Client
let filled: Filled
let ids: PersonIds
let staff = ""

beforeAll(async () => {
  staff = (await makeUser("administrator")).id
  client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  client.on("error", () => {})
  await client.connect()
  const words = (table: string, column: string) =>
    OF_THE_SCHOOL.has(table) ? `${table}.${column} of the school` : canary(table, column)
  filled = await fillEveryTable(client, { staff, words })
  ids = await loadPersonIds(client, String(filled.get("User")?.id))
  await addEvents()
  await addAnswer()
})

afterAll(async () => {
  await client.end()
  rmSync(folder, { recursive: true, force: true })
})

async function addEvents(): Promise<void> {
  const add = 'INSERT INTO "Event" (kind, "actorId", "subjectId", data) VALUES ($1, $2, $3, $4)'
  await client.query(add, ["attempt.submitted", ids.userId, ids.attempts[0], { scored: 3 }])
  await client.query(add, ["answer.graded", staff, ids.attempts[0], {}])
  await client.query(add, ["class.joined", staff, null, { enrolmentId: ids.enrolments[0] ?? "" }])
  await client.query(`INSERT INTO "RateLimit" (key) VALUES ($1), ($2)`, [
    `signInOnDevice:${ids.userId}:device`,
    `signIn:${canary("User", "userName")}`,
  ])
}

/** Somebody else answers the person's post, restating it; the person says what they meant. */
async function addAnswer(): Promise<void> {
  const post = filled.get("Post") ?? {}
  const other = await makeUser("student")
  const enrolment = randomUUID()
  const alias = randomUUID()
  const answer = randomUUID()
  const { assignmentId, promptId } = filled.get("PostAlias") ?? {}
  await client.query(
    `INSERT INTO "Enrolment" (id, "classId", "userId", role) VALUES ($1, $2, $3, 'student')`,
    [enrolment, filled.get("Class")?.id, other.id],
  )
  await client.query(
    `INSERT INTO "PostAlias" (id, "assignmentId", "promptId", "enrolmentId", name) VALUES ($1, $2, $3, $4, 'Grey Owl')`,
    [alias, assignmentId, promptId, enrolment],
  )
  await client.query(
    `INSERT INTO "Post" (id, "publicId", "threadId", seq, "parentId", "aliasId", "clientKey", move, body, html)
     VALUES ($1, gen_random_uuid(), $2, 2, $3, $4, gen_random_uuid(), 'restate', 'You say that it was fair', '<p>x</p>')`,
    [answer, post.threadId, post.id, alias],
  )
  await client.query(
    `INSERT INTO "Restatement" ("postId", number, body, html, answer, meant, "meantHtml", "answeredAt")
     VALUES ($1, 1, 'It was fair', '', 'not_quite', $2, $2, now())`,
    [answer, canary("Restatement", "meant")],
  )
}

const CANARIES = ["canary of"]
const allIds = () => {
  const { classes: _, posts: __, ...lists } = ids
  return Object.values(lists).flat()
}

describe("erasing a person", () => {
  it("has something of the person in every table that is not the school's", async () => {
    const tables = (await listTables(client)).map(({ name }) => name)
    const traces = await findTraces(client, [...CANARIES, ...allIds()])
    const untouched = tables.filter((name) => !traces[name] && !OF_THE_SCHOOL.has(name))
    // These hang on rows that have something of the person, and hold nothing themselves.
    const hanging = ["NameRevealSeen", "PostCitation", "ThreadWindow", "UnansweredPost"]
    expect(untouched.sort()).toEqual([...hanging, "School", "_prisma_migrations"].sort())
    expect(Object.keys(traces).length).toBeGreaterThan(45)
  })

  it("is for administrators alone, never of themselves, and asks for the user name", async () => {
    const userId = ids.userId
    const typed = canary("User", "userName")
    for (const role of ["student", "assistant", "teacher"] as const)
      expectRefusal(
        await erasePerson(await makeViewer(role), { userId, typed }),
        "forbidden",
        "people.notAllowed",
      )
    const administrator = await makeViewer("administrator")
    expectRefusal(
      await erasePerson(administrator, { userId, typed: "somebody" }),
      "invalid",
      "people.typedOtherwise",
    )
    const own = { userId: administrator.userId, typed: administrator.userName }
    expectRefusal(await erasePerson(administrator, own), "conflict", "people.notYourself")
    expect((await client.query('SELECT 1 FROM "User" WHERE id = $1', [userId])).rowCount).toBe(1)
  })

  it("says beforehand what would go, and takes nothing", async () => {
    const before = await findTraces(client, CANARIES)
    const dry = await erasePersonCommand(ids.userId, { dryRun: true })
    if (!dry.ok) throw new Error(JSON.stringify(dry.refusal))
    expect(dry.value.removed).toMatchObject({ accounts: 1, attempts: 1, posts: 1, stances: 1 })
    expect(await findTraces(client, CANARIES)).toEqual(before)
  })

  it("leaves no word and no id of theirs in any column of any table, nor in a fresh backup", async () => {
    const searched = (await listTables(client)).flatMap(({ columns }) => columns).length
    const erased = await erasePersonCommand(ids.userId, { dryRun: false })
    expect(erased.ok && erased.value.mentions).toEqual({})
    const traces = await findTraces(client, [...CANARIES, ...allIds()])
    const file = path.join(folder, "after.sql.gz")
    await writeBackup({ url: process.env.DATABASE_URL ?? "", file, now: new Date() })
    const backup = gunzipSync(readFileSync(file)).toString("utf8").toLowerCase()
    const inBackup = [...CANARIES, ...allIds()].filter((word) => backup.includes(word))
    const lost = Object.keys(traces).length + inBackup.length
    recordTried({ promise: "erased-is-gone", tried: searched, of: "columns searched after an erasure", lost })
    expect(traces).toEqual({})
    expect(inBackup).toEqual([])
  })

  it("keeps the shape of the thread: the place of the post, its answer, and counts that are right", async () => {
    const { rows } = await client.query(
      `SELECT p.seq, p.state, p.body, u."displayName" FROM "Post" p JOIN "PostAlias" a ON a.id = p."aliasId"
       JOIN "Enrolment" e ON e.id = a."enrolmentId" JOIN "User" u ON u.id = e."userId" ORDER BY p.seq`,
    )
    expect(rows[0]).toEqual({ seq: 1, state: "deleted", body: "—", displayName: NOBODY.displayName })
    expect(rows[1]).toMatchObject({ seq: 2, state: "visible", body: "You say that it was fair" })
    const thread = await client.query('SELECT "visiblePosts", "waitingPosts" FROM "Thread"')
    expect(thread.rows).toEqual([{ visiblePosts: 1, waitingPosts: 0 }])
    const kept = await client.query(
      `SELECT kind, "actorId", data FROM "Event" WHERE kind <> 'people.erased' ORDER BY id`,
    )
    expect(kept.rows).toEqual([
      { kind: "attempt.submitted", actorId: null, data: { scored: 3 } },
      { kind: "answer.graded", actorId: staff, data: {} },
      { kind: "class.joined", actorId: staff, data: {} },
    ])
  })

  it("would be found out by the search in a table that nobody has thought of", async () => {
    await client.query(
      `CREATE TABLE "Diary" (id uuid, words jsonb); INSERT INTO "Diary" VALUES (NULL, '{"x": "Canary of me"}')`,
    )
    expect(await findTraces(client, CANARIES)).toEqual({ Diary: 1 })
    await client.query('DROP TABLE "Diary"')
  })
})

describe("erasing a member of staff", () => {
  it("hands readings and lessons over, and leaves their id in no column", async () => {
    const heir = (await makeUser("administrator")).id
    await client.query('UPDATE "User" SET "createdAt" = now() - interval \'9 years\' WHERE id = $1', [heir])
    const marks = await findTraces(client, [staff])
    const erased = await erasePersonCommand(staff, { dryRun: false })
    expect(erased.ok && erased.value.stays).toMatchObject({ readingsHandedOver: 1, lessonsHandedOver: 1 })
    const traces = await findTraces(client, [staff])
    recordTried({
      promise: "erased-is-gone",
      tried: STAFF_MARKS.length,
      of: "marks of staff taken away",
      lost: Object.keys(traces).length,
    })
    expect(Object.keys(marks).length).toBeGreaterThan(8)
    expect(traces).toEqual({})
  })

  it("never erases the last who runs the school", async () => {
    await client.query(`UPDATE "User" SET role = 'teacher' WHERE role = 'administrator'`)
    const last = await makeUser("administrator")
    expectRefusal(
      await erasePersonCommand(last.userName, { dryRun: false }),
      "conflict",
      "people.lastAdministrator",
    )
  })
})
