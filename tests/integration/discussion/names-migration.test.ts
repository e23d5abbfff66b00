import { randomUUID } from "node:crypto"
import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import pg from "pg"
import { afterAll, beforeAll, expect, inject, it } from "vitest"

const NAMES = "0016_discussion_names"
const folder = path.resolve("prisma/migrations")
const sqlOf = (name: string) => readFileSync(path.join(folder, name, "migration.sql"), "utf8")

const database = `test_${process.pid}_${randomUUID().slice(0, 8)}`
let admin: pg.Client
let client: pg.Client

/** A database as it was before pseudonyms belonged to a prompt. */
beforeAll(async () => {
  const { adminUrl } = inject("databaseServer")
  admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  await admin.query(`CREATE DATABASE ${pg.escapeIdentifier(database)}`)
  const url = new URL(adminUrl)
  url.pathname = `/${database}`
  client = new pg.Client({ connectionString: url.toString() })
  await client.connect()
  const before = readdirSync(folder)
    .filter((name) => /^\d/.test(name) && name < NAMES)
    .sort()
  for (const name of before) await client.query(sqlOf(name))
  // Only five tables matter here: what they lead to is left out.
  await client.query("SET session_replication_role = replica")
})

afterAll(async () => {
  await client.end()
  await admin.query(`DROP DATABASE ${pg.escapeIdentifier(database)} WITH (FORCE)`)
  await admin.end()
})

const lesson = { one: randomUUID(), two: randomUUID() }
const people = { maya: randomUUID(), tom: randomUUID(), idle: randomUUID() }

async function alias(assignmentId: string, enrolmentId: string, name: string): Promise<string> {
  const id = randomUUID()
  const row = [id, assignmentId, enrolmentId, name]
  await client.query(
    `INSERT INTO "PostAlias" (id, "assignmentId", "enrolmentId", name) VALUES ($1, $2, $3, $4)`,
    row,
  )
  return id
}

async function thread(assignmentId: string, promptId: string): Promise<string> {
  const id = randomUUID()
  await client.query(`INSERT INTO "Thread" (id, "assignmentId", "promptId") VALUES ($1, $2, $3)`, [
    id,
    assignmentId,
    promptId,
  ])
  return id
}

async function post(threadId: string, aliasId: string, seq: number, state = "visible"): Promise<void> {
  await client.query(
    `INSERT INTO "Post" (id, "publicId", "threadId", seq, "aliasId", "clientKey", move, body, html, state)
     VALUES ($1, $2, $3, $4, $5, $6, 'claim', 'words', '<p>words</p>', $7::"PostState")`,
    [randomUUID(), randomUUID(), threadId, seq, aliasId, randomUUID(), state],
  )
}

it("leaves every post the name it was signed with, one for each prompt and person, and forgets unsigned ones", async () => {
  const [first, second] = [randomUUID(), randomUUID()]
  for (const [at, promptId] of [lesson.one, lesson.two].entries())
    await client.query(
      `INSERT INTO "Prompt" (id, "lessonVersionId", position, text) VALUES ($1, $2, $3, 'Is it?')`,
      [promptId, second, at + 1],
    )
  const maya = await alias(first, people.maya, "Blue Heron")
  const tom = await alias(first, people.tom, "Red Kite")
  await alias(first, people.idle, "Grey Owl")
  const mayaAgain = await alias(second, people.maya, "Sea Otter")
  const [one, two, other] = [
    await thread(first, lesson.one),
    await thread(first, lesson.two),
    await thread(second, lesson.one),
  ]
  await post(one, maya, 1)
  await post(one, tom, 2)
  await post(one, maya, 3, "deleted")
  await post(two, maya, 1, "hidden")
  await post(two, tom, 2)
  await post(other, mayaAgain, 1)

  await client.query(sqlOf(NAMES))

  const signed = await client.query(
    `
    SELECT t."promptId", po.seq, pa."promptId" AS "aliasPrompt", pa."enrolmentId", pa."assignmentId", pa.name
    FROM "Post" po JOIN "Thread" t ON t.id = po."threadId" JOIN "PostAlias" pa ON pa.id = po."aliasId"
    ORDER BY t."assignmentId" = $1 DESC, t."promptId" = $2 DESC, po.seq`,
    [first, lesson.one],
  )
  const line = (promptId: string, seq: number, who: string, name: string, assignmentId = first) => ({
    promptId,
    seq,
    aliasPrompt: promptId,
    enrolmentId: who,
    assignmentId,
    name,
  })
  expect(signed.rows).toEqual([
    line(lesson.one, 1, people.maya, "Blue Heron"),
    line(lesson.one, 2, people.tom, "Red Kite"),
    line(lesson.one, 3, people.maya, "Blue Heron"),
    line(lesson.two, 1, people.maya, "Blue Heron"),
    line(lesson.two, 2, people.tom, "Red Kite"),
    line(lesson.one, 1, people.maya, "Sea Otter", second),
  ])
  const aliases = await client.query<{ id: string; name: string }>(`SELECT id, name FROM "PostAlias"`)
  expect(aliases.rows.map(({ name }) => name).sort()).toEqual([
    "Blue Heron",
    "Blue Heron",
    "Red Kite",
    "Red Kite",
    "Sea Otter",
  ])
  // No id of before names anybody at two prompts.
  for (const old of [maya, tom, mayaAgain]) expect(aliases.rows.map(({ id }) => id)).not.toContain(old)
})

it("never changes a row that says who opened which name", async () => {
  await client.query("SET session_replication_role = origin")
  const aliasId = (await client.query<{ id: string }>(`SELECT id FROM "PostAlias" LIMIT 1`)).rows[0]?.id
  const insert = `INSERT INTO "NameReveal" (id, "aliasId", reason, "revealedById") VALUES ($1, $2, $3, $4)`
  await client.query(insert, [randomUUID(), aliasId, "worried", randomUUID()])
  await expect(client.query(`UPDATE "NameReveal" SET reason = 'other'`)).rejects.toThrow("never changed")
  await expect(client.query(insert, [randomUUID(), aliasId, "again", randomUUID()])).rejects.toThrow("unique")
})
