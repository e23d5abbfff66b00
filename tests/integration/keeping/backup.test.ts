import { execFileSync, spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import { gunzipSync, gzipSync } from "node:zlib"
import pg from "pg"
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest"
import { BackupProblem } from "../../../bin/backup/backup-format"
import { restoreBackup } from "../../../bin/backup/restore-backup"
import { writeBackup } from "../../../bin/backup/write-backup"
import { recordTried, tries } from "../../assurance/record"
import { compareDatabases } from "../../support/compare-databases"
import { useTestDatabase } from "../../support/database"
import { startDebianPostgres, type TestPostgres } from "../../support/debian-postgres"
import { makeUser } from "../../support/factories"
import { fillEveryTable } from "../../support/fill-every-table"

useTestDatabase()

const folder = mkdtempSync(path.join(os.tmpdir(), "colloquy-backup-"))
const file = path.join(folder, "school.sql.gz")
const targets: string[] = []
let other: Awaited<ReturnType<typeof startDebianPostgres>> = null

beforeAll(async () => {
  const staff = await makeUser("administrator")
  const client = await connect(here())
  await fillEveryTable(client, {
    staff: staff.id,
    words: (table, column) => `${table}.${column}\t\\.\n"é\u0001😀'`,
  })
  await client.end()
  await writeBackup({ url: here(), file, now: new Date() })
  other = await startDebianPostgres()
})

afterAll(async () => {
  for (const name of targets) await asAdmin(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  await other?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const here = () => process.env.DATABASE_URL ?? ""

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  client.on("error", () => {})
  await client.connect()
  return client
}

/** The major version that comes with Colloquy. */
const OURS = "18"

async function emptyDatabaseAt({ urlOf }: TestPostgres, name: string): Promise<string> {
  const admin = await connect(urlOf("postgres"))
  await admin.query(`CREATE DATABASE ${name}`)
  await admin.end()
  return urlOf(name)
}

async function asAdmin(statement: string): Promise<void> {
  const admin = await connect(inject("databaseServer").adminUrl)
  await admin.query(statement)
  await admin.end()
}

async function emptyDatabase(): Promise<string> {
  const name = `test_${process.pid}_restored_${targets.length}`
  targets.push(name)
  await asAdmin(`CREATE DATABASE ${name}`)
  const url = new URL(inject("databaseServer").adminUrl)
  url.pathname = `/${name}`
  return url.toString()
}

const hasPsql = spawnSync("psql", ["--version"]).status === 0

const problemOf = (call: Promise<unknown>) =>
  call.then(
    () => "none",
    (error) => (error instanceof BackupProblem ? error.key : String(error)),
  )

describe("a backup", () => {
  it("is its owner's alone, and has nothing half made beside it", () => {
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(existsSync(`${file}.part-${process.pid}`)).toBe(false)
  })

  it("is restored row by row as it was, with every counter and every trigger where it stood", async () => {
    const url = await emptyDatabase()
    await restoreBackup({ url, file })
    const { compared, different } = await compareDatabases(here(), url)
    recordTried({
      promise: "backup-is-whole",
      tried: compared,
      of: "tables of a restored backup",
      lost: different.length,
    })
    expect(different).toEqual([])
    expect(compared).toBeGreaterThan(60)
  })

  it("is restored by another major version of PostgreSQL, and from it back into this one", async (test) => {
    if (!other || other.major === OURS) {
      console.log(
        "skipped: no second major version of PostgreSQL on this machine (apt-get install postgresql)",
      )
      return test.skip()
    }
    const there = await emptyDatabaseAt(other, "colloquy")
    await restoreBackup({ url: there, file })
    const back = path.join(folder, "back.sql.gz")
    await writeBackup({ url: there, file: back, now: new Date() })
    const url = await emptyDatabase()
    await restoreBackup({ url, file: back })
    const { compared, different } = await compareDatabases(here(), url)
    const of = `tables restored by PostgreSQL ${other.major} and from there by this one`
    recordTried({ promise: "backup-is-whole", tried: compared, of, lost: different.length })
    expect(different).toEqual([])
  })

  it("is one moment of a database that is written to meanwhile", async () => {
    const rounds = tries(3, 100)
    let torn = 0
    const writer = await connect(here())
    await writer.query('CREATE TABLE "Left" (n int PRIMARY KEY); CREATE TABLE "Right" (n int PRIMARY KEY)')
    let stopped = false
    let n = 0
    const writing = (async () => {
      // Two tables that are always changed together: a torn backup has one more in one of them.
      while (!stopped)
        await writer.query(`INSERT INTO "Left" VALUES (${++n}); INSERT INTO "Right" VALUES (${n})`)
    })()
    for (let round = 0; round < rounds; round++) {
      await writeBackup({ url: here(), file: path.join(folder, "moving.sql.gz"), now: new Date() })
      const text = gunzipSync(readFileSync(path.join(folder, "moving.sql.gz"))).toString("utf8")
      const rows = (table: string) => text.split(`COPY "${table}" ("n") FROM stdin;\n`)[1]?.split("\\.\n")[0]
      if (rows("Left") !== rows("Right") || rows("Left") === undefined) torn += 1
    }
    stopped = true
    await writing
    await writer.query('DROP TABLE "Left", "Right"')
    await writer.end()
    recordTried({ promise: "backup-is-whole", tried: rounds, of: "backups under writing", lost: torn })
    expect(torn).toBe(0)
    expect(n).toBeGreaterThan(rounds)
  })

  it.skipIf(!hasPsql)(
    "comes back by psql alone, as the guide for operators says",
    { timeout: 120_000 },
    async () => {
      const guide = readFileSync("docs/operating.md", "utf8")
      const steps = /```sh by-hand\n([\s\S]*?)```/.exec(guide)?.[1]
      if (!steps) throw new Error("the guide has no steps")
      const DB = await emptyDatabase()
      execFileSync("sh", ["-ec", steps], { env: { ...process.env, DB, FILE: file }, stdio: "pipe" })
      const { compared, different } = await compareDatabases(here(), DB)
      expect(different).toEqual([])
      expect(compared).toBeGreaterThan(90)
    },
  )
})

describe("a restore", () => {
  it("touches no database that holds anything", async () => {
    expect(await problemOf(restoreBackup({ url: here(), file }))).toBe("databaseFull")
  })

  it("leaves an empty database where a file is whole and what is in it is not", async () => {
    const url = await emptyDatabase()
    const lying = path.join(folder, "lying.sql.gz")
    const text = gunzipSync(readFileSync(file)).toString("utf8")
    // A person of a role that there is not: its sums are right, and the database refuses it.
    const changed = text.replaceAll("\tadministrator\t", "\temperor\t")
    const row = /COPY "User" .*\n([\s\S]*?)\\\.\n/.exec(changed)?.[1] ?? ""
    const sha256 = createHash("sha256").update(row).digest("hex")
    writeFileSync(lying, gzipSync(changed.replace(/("User":\{"rows":\d+,"sha256":")\w+/, `$1${sha256}`)))
    expect(await problemOf(restoreBackup({ url, file: lying }))).toContain("emperor")
    expect(await countTables(url)).toBe(0)
  })

  it("refuses a file cut short or changed at any byte, and leaves the database empty", async () => {
    const url = await emptyDatabase()
    const whole = readFileSync(file)
    const rounds = tries(6, 200)
    let taken = 0
    for (let round = 0; round < rounds; round++) {
      const bad = path.join(folder, "bad.sql.gz")
      const at = 20 + Math.floor(((whole.length - 30) * (round + 0.5)) / rounds)
      const changed = Buffer.from(whole)
      changed[at] = (changed[at] ?? 0) ^ 0x55
      writeFileSync(bad, round % 2 === 0 ? whole.subarray(0, at) : changed)
      const problem = await problemOf(restoreBackup({ url, file: bad }))
      if (problem === "none" || (await countTables(url)) > 0) taken += 1
    }
    recordTried({ promise: "backup-is-whole", tried: rounds, of: "damaged files offered", lost: taken })
    expect(taken).toBe(0)
    await restoreBackup({ url, file })
  })

  it("says what is no backup, and which file is not there", async () => {
    const url = await emptyDatabase()
    const plain = path.join(folder, "plain.txt")
    writeFileSync(plain, "hello")
    expect(await problemOf(restoreBackup({ url, file: plain }))).toBe("backupDamaged")
    expect(await problemOf(restoreBackup({ url, file: path.join(folder, "none") }))).toBe("noFile")
  })
})

async function countTables(url: string): Promise<number> {
  const client = await connect(url)
  const { rows } = await client.query("SELECT 1 FROM information_schema.tables WHERE table_schema = 'public'")
  await client.end()
  return rows.length
}
