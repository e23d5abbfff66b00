import pg from "pg"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { erasePersonCommand } from "@/lib/classroom/server/keeping/erase-person"
import { removeDemonstration } from "@/lib/classroom/server/keeping/remove-demonstration"
import { retain } from "@/lib/classroom/server/keeping/retain"
import { recordTried, tries } from "../../assurance/record"
import { useTestDatabase } from "../../support/database"
import { makeUser } from "../../support/factories"
import { type Filled, fillEveryTable } from "../../support/fill-every-table"

useTestDatabase()

let client: pg.Client
let old: Filled
let staff = ""

beforeAll(async () => {
  staff = (await makeUser("administrator")).id
  client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  client.on("error", () => {})
  await client.connect()
  // Everything of these rows is of January 2026.
  old = await fillEveryTable(client, { staff, words: (table, column) => `old ${table}.${column}` })
  await client.query(
    `INSERT INTO "Event" (kind, "actorId", "classId", at) VALUES ('attempt.submitted', $1, $2, '2026-01-02')`,
    [old.get("User")?.id, old.get("Class")?.id],
  )
  await client.query('UPDATE "Class" SET "archivedAt" = NULL')
})

afterAll(() => client.end())

const count = async (table: string) =>
  Number((await client.query(`SELECT count(*) FROM ${pg.escapeIdentifier(table)}`)).rows[0]?.count)

describe("the log of events and the ledger", () => {
  it("only grow: whatever is tried on a row that stands, it stands as it was", async () => {
    const stood = async () =>
      JSON.stringify([
        (await client.query('SELECT * FROM "Event" ORDER BY id')).rows,
        (await client.query('SELECT * FROM "ModerationAct" ORDER BY id')).rows,
      ])
    const before = await stood()
    const attempts = tamperings()
    let changed = 0
    for (let round = 0; round < tries(1, 25); round++)
      for (const text of attempts) {
        await client.query("BEGIN")
        await client.query(text).catch(() => {})
        await client.query("COMMIT")
        if ((await stood()) !== before) changed += 1
      }
    const tried = attempts.length * tries(1, 25)
    recordTried({ promise: "audit-only-grows", tried, of: "changes tried on the logs", lost: changed })
    expect(changed).toBe(0)
  })

  it("lose who it was when somebody is erased, and nothing else, even then", async () => {
    const refusedEvenThen = [
      `UPDATE "Event" SET kind = 'nothing'`,
      `UPDATE "Event" SET at = now()`,
      `UPDATE "Event" SET "actorId" = gen_random_uuid()`,
      `UPDATE "Event" SET data = '{"more": 1}'`,
      'DELETE FROM "Event"',
      'TRUNCATE "Event"',
      `UPDATE "ModerationAct" SET reason = 'other words'`,
      `UPDATE "ModerationAct" SET kind = 'shown'`,
      'TRUNCATE "ModerationAct" CASCADE',
    ]
    let taken = 0
    for (const text of refusedEvenThen) {
      await client.query("BEGIN; SET LOCAL colloquy.erasing = 'on'")
      await client.query(text).then(
        () => (taken += 1),
        () => {},
      )
      await client.query("ROLLBACK")
    }
    recordTried({
      promise: "audit-only-grows",
      tried: refusedEvenThen.length,
      of: "changes tried while erasing",
      lost: taken,
    })
    expect(taken).toBe(0)
  })
})

/** Each column set to something else, rows deleted, tables emptied, by any way SQL has. */
function tamperings(): string[] {
  const sets: [string, string[]][] = [
    [
      "Event",
      [
        '"actorId" = NULL',
        '"subjectId" = NULL',
        "kind = 'x'",
        "at = now()",
        '"classId" = NULL',
        "data = '{}'",
        "id = id + 1",
      ],
    ],
    [
      "ModerationAct",
      ["reason = ''", '"actorId" = gen_random_uuid()', "kind = 'shown'", "at = now()", '"postId" = NULL'],
    ],
  ]
  const updates = sets.flatMap(([table, columns]) => columns.map((set) => `UPDATE "${table}" SET ${set}`))
  const merge = 'MERGE INTO "Event" e USING (SELECT 1) one ON true WHEN MATCHED THEN DELETE'
  const upsert = `INSERT INTO "Event" (id, kind) SELECT id, 'x' FROM "Event" ON CONFLICT (id) DO UPDATE SET kind = 'x'`
  const removals = ["Event", "ModerationAct"].flatMap((table) => [
    `DELETE FROM "${table}"`,
    `TRUNCATE "${table}" CASCADE`,
  ])
  return [...updates, ...removals, merge, upsert, 'DELETE FROM "Post"', 'TRUNCATE "Class" CASCADE']
}

describe("keeping for so long and no longer", () => {
  const january = new Date("2026-02-01")

  it("says first what would go, and takes nothing", async () => {
    const dry = await retain(january, { dryRun: true, now: new Date() })
    expect(dry).toMatchObject({ classes: 1, people: 1, removed: { attempts: 1, posts: 1, accounts: 1 } })
    expect(await count("Class")).toBe(1)
  })

  it.each([
    [
      "a deadline",
      () => `UPDATE "Assignment" SET "closesAt" = now()`,
      () => `UPDATE "Assignment" SET "closesAt" = '2026-01-03'`,
    ],
    [
      "an event",
      () => `INSERT INTO "Event" (kind, "classId") VALUES ('x', '${old.get("Class")?.id}')`,
      // The log only grows: the class's name for it is taken away as an erasure would.
      () =>
        `BEGIN; SET LOCAL colloquy.erasing = 'on'; UPDATE "Event" SET "classId" = NULL WHERE kind = 'x'; COMMIT`,
    ],
  ])("keeps a class in which there was %s since", async (_, happens, undo) => {
    await client.query(happens())
    expect(await retain(january, { dryRun: true, now: new Date() })).toMatchObject({ classes: 0, people: 0 })
    await client.query(undo())
  })

  it("takes class and people, leaves lessons, staff and whoever is young, and says numbers only", async () => {
    const young = await makeUser("student")
    const done = await retain(january, { dryRun: false, now: new Date() })
    expect(done).toMatchObject({ classes: 1, people: 1, stays: { classes: 0, people: 2 } })
    expect(JSON.stringify(done)).not.toContain("old ")
    expect(
      await Promise.all(["Class", "Assignment", "Post", "Attempt", "Stance", "Enrolment"].map(count)),
    ).toEqual([0, 0, 0, 0, 0, 0])
    expect(await count("Lesson")).toBe(1)
    expect(
      (await client.query('SELECT 1 FROM "User" WHERE id = ANY($1)', [[young.id, staff]])).rowCount,
    ).toBe(2)
    const log = await client.query(
      `SELECT "actorId", "subjectId" FROM "Event" WHERE kind = 'attempt.submitted'`,
    )
    expect(log.rows).toEqual([{ actorId: null, subjectId: null }])
    await erasePersonCommand(young.id, { dryRun: false })
  })
})

describe("taking out the demonstration", () => {
  it("takes its people and classes, and hands its lessons to whoever runs the school", async () => {
    const made = await fillEveryTable(client, { staff, words: (table, column) => `demo ${table}.${column}` })
    const teacher = (await makeUser("teacher")).id
    await client.query('UPDATE "User" SET demonstration = true WHERE id = ANY($1)', [
      [teacher, made.get("User")?.id],
    ])
    await client.query('UPDATE "Class" SET "createdById" = $1', [teacher])
    await client.query('UPDATE "Lesson" SET "ownerId" = $1 WHERE id = $2', [teacher, made.get("Lesson")?.id])
    expect(await removeDemonstration({ dryRun: false })).toMatchObject({
      people: 2,
      classes: 1,
      schoolStays: true,
    })
    expect((await client.query('SELECT 1 FROM "User" WHERE demonstration')).rowCount).toBe(0)
    expect((await client.query('SELECT "ownerId" FROM "Lesson"')).rows).toEqual([
      { ownerId: staff },
      { ownerId: staff },
    ])
  })

  it("takes the school too where nobody else is there, so that the next start sets one up", async () => {
    await client.query(`UPDATE "User" SET demonstration = true WHERE id = $1`, [staff])
    expect(await removeDemonstration({ dryRun: false })).toMatchObject({ schoolStays: false })
    expect([await count("School"), await count("Lesson"), await count("Reading")]).toEqual([0, 0, 0])
  })
})
