import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import { gunzipSync } from "node:zlib"
import pg from "pg"
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest"
import { closeDatabase, database } from "@/lib/platform/database"
import { reportBug } from "@/lib/platform/log"
import { describeError } from "@/lib/platform/telemetry/describe-error"
import { writeBackup } from "../../../bin/backup/write-backup"
import { runCommandLine } from "../../../bin/cli/run-command-line"
import { openEmbeddedPostgres } from "../../../bin/embedded-postgres.mjs"
import { recordTried } from "../../assurance/record"
import { useTestDatabase } from "../../support/database"
import { makeUser } from "../../support/factories"
import { fillEveryTable, OF_THE_SCHOOL } from "../../support/fill-every-table"

useTestDatabase()

// As an operator does it: a data folder with a PostgreSQL of its own, nothing else.
const folder = mkdtempSync(path.join(os.tmpdir(), "colloquy-commands-"))
const first = path.join(folder, "first.sql.gz")
const CANARY = "canary-7f3a"
const printed: string[] = []
let personId = ""

beforeAll(async () => {
  const staff = await makeUser("administrator")
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  const words = (table: string, column: string) =>
    OF_THE_SCHOOL.has(table) ? `${table} ${column}` : `${CANARY} ${table} ${column}`
  personId = String((await fillEveryTable(client, { staff: staff.id, words })).get("User")?.id)
  await client.end()
  await writeBackup({ url: process.env.DATABASE_URL ?? "", file: first, now: new Date() })
  await closeDatabase()
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, "write").mockImplementation((text) => printed.push(String(text)) > 0)
}, 120_000)

afterAll(async () => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true, force: true })
})

/** Runs a command on the data folder; what it printed as JSON, or as text, and its exit code. */
async function run(...args: string[]) {
  const before = { ...process.env }
  process.env.COLLOQUY_DATA = folder
  delete process.env.DATABASE_URL
  const from = printed.length
  const code = await runCommandLine(args)
  Object.assign(process.env, before)
  const text = printed.slice(from).join("")
  return { code, text, json: args.includes("--json") ? JSON.parse(text) : null }
}

const place = (name: string) => path.join(folder, name)

describe("the commands that keep and give back", { timeout: 120_000 }, () => {
  it("restore into an empty data folder, once, and say what a second step needs", async () => {
    const restored = await run("restore", first, "--json")
    expect(restored).toMatchObject({ code: 0, json: { verified: true, restored: true, secondFactors: 1 } })
    expect(restored.json.tables).toBeGreaterThan(60)
    const again = await run("restore", first, "--json")
    expect(again).toMatchObject({ code: 1, json: { error: { code: "cli.databaseFull" } } })
  })

  it("look at a backup without a database, and refuse one that is no backup", async () => {
    expect(await run("restore", first, "--verify", "--json")).toMatchObject({
      code: 0,
      json: { verified: true, restored: false },
    })
    writeFileSync(place("cut.sql.gz"), readFileSync(first).subarray(0, 5_000))
    expect(await run("restore", place("cut.sql.gz"), "--verify", "--json")).toMatchObject({
      code: 1,
      json: { error: { code: "cli.backupDamaged" } },
    })
  })

  it("end with 2 and their help where they are used wrongly", async () => {
    for (const args of [
      ["backup"],
      ["restore"],
      ["erase-person"],
      ["export-person", "x"],
      ["retain"],
      ["demo", "add"],
    ])
      expect([args, (await run(...args)).code]).toEqual([args, 2])
    expect((await run("retain", "--older-than", "soon", "--json")).json.error.code).toBe("usage")
    expect((await run("backup", folder)).code).toBe(2)
  })

  it("refuse what cannot be done: nobody of that name, a file where none can be", async () => {
    expect((await run("erase-person", "nobody.there", "--json")).json.error.code).toBe("people.personUnknown")
    expect((await run("backup", place("no/such/folder/x.gz"), "--json")).json.error.code).toBe(
      "cli.notWritten",
    )
  })

  it("export, erase and back up again, and no word of the person is left in file, log or output", async () => {
    expect(await run("export-person", personId, place("own.zip"), "--json")).toMatchObject({ code: 0 })
    await provokeErrors()
    const dry = await run("erase-person", personId, "--dry-run", "--json")
    const erased = await run("erase-person", personId, "--json")
    expect(erased).toMatchObject({ code: 0, json: { dryRun: false, mentions: {} } })
    expect(dry.json.removed).toEqual(erased.json.removed)
    expect(await run("backup", place("after.sql.gz"), "--json")).toMatchObject({ code: 0 })
    const log = readFileSync(place("postgres/server.log"), "utf8")
    expect(log).toContain("ready to accept connections")
    const backup = gunzipSync(readFileSync(place("after.sql.gz"))).toString("utf8")
    const looked = { log, backup, output: printed.join("") }
    const lost = Object.entries(looked).filter(([, text]) => text.includes(CANARY) || text.includes(personId))
    recordTried({
      promise: "erased-is-gone",
      tried: 3,
      of: "places looked through after an erasure (database log, backup, output)",
      lost: lost.length,
    })
    const found = lost.map(([name, text]) => [
      name,
      text.split("\n").filter((one) => one.includes(CANARY))[0],
    ])
    expect(found).toEqual([])
  })

  it("say what is wrong and how it is mended: logs that are not guarded", async () => {
    const states = async () => {
      const { code, json } = await run("doctor", "--json")
      const found = json.findings.filter(({ name }: { name: string }) => /^(logs|clock|Database)$/.test(name))
      return [code, ...found.map(({ state }: { state: string }) => state)]
    }
    expect(await states()).toEqual([0, "ok", "ok", "ok"])
    await change('ALTER TABLE "Event" DISABLE TRIGGER USER')
    expect(await states()).toEqual([1, "ok", "ok", "failed"])
    await change('ALTER TABLE "Event" ENABLE TRIGGER USER')
  })

  it("say what retention would take, in numbers", async () => {
    const dry = await run("retain", "--older-than", "3m", "--dry-run", "--json")
    expect(dry).toMatchObject({ code: 0, json: { dryRun: true } })
    expect(await run("demo", "remove", "--json")).toMatchObject({
      code: 0,
      json: { people: 0, schoolStays: true },
    })
    expect(readdirSync(folder)).not.toContain("demo-sign-ins.json")
  })
})

async function change(statement: string): Promise<void> {
  const server = await openEmbeddedPostgres({ folder: place("postgres") })
  const client = new pg.Client({ connectionString: server.urlOf("colloquy") })
  await client.connect()
  await client.query(statement)
  await client.end()
  await server.release()
}

/** The same address twice, by SQL and through the app, whose error goes where errors go: neither log may hold it. */
async function provokeErrors(): Promise<void> {
  // Each command stops the server behind it, as the last one out.
  const server = await openEmbeddedPostgres({ folder: place("postgres") })
  const url = server.urlOf("colloquy")
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const again = `INSERT INTO "User" (id, "userName", "displayName", role, email)
    SELECT gen_random_uuid(), 'x', 'x', 'student', email FROM "User" WHERE id = $1`
  await expect(client.query(again, [personId])).rejects.toThrow("duplicate key")
  await client.end()
  process.env.DATABASE_URL = url
  const email = `${CANARY} User email`
  const data = {
    id: personId,
    userName: `${CANARY} again`,
    displayName: CANARY,
    role: "student" as const,
    email,
  }
  await database()
    .user.create({ data })
    .then(
      () => expect.fail("the same person twice"),
      (error) => reportBug(error, "test"),
    )
  // A role there is not: Prisma's own check refuses it, with a picture of what it was given where it is let.
  const odd = { ...data, role: "emperor" } as unknown as typeof data
  await database()
    .user.create({ data: odd })
    .catch((error) => printed.push(JSON.stringify(describeError(error))))
  await closeDatabase()
  await server.release()
}
