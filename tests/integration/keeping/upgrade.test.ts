import { createHash, randomUUID } from "node:crypto"
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import pg from "pg"
import { afterAll, describe, expect, inject, it } from "vitest"
import { applyLevel } from "../../../bin/backup/apply-level"
import type { AppliedMigration } from "../../../bin/backup/backup-format"
import { checkBackup } from "../../../bin/backup/check-backup"
import { restoreBackup } from "../../../bin/backup/restore-backup"
import { applyMigrations } from "../../../bin/start/migrations.mjs"

const folder = mkdtempSync(path.join(os.tmpdir(), "colloquy-upgrade-"))
const project = path.resolve(import.meta.dirname, "../../..")
const names = [0, 1].map((n) => `test_${process.pid}_upgrade_${n}`)

afterAll(async () => {
  for (const name of names) await query(adminUrl(), `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  rmSync(folder, { recursive: true, force: true })
})

const adminUrl = () => inject("databaseServer").adminUrl

async function query(url: string, text: string, values: unknown[] = []): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await client.query(text, values)
  } finally {
    await client.end()
  }
}

async function newDatabase(name: string | undefined = ""): Promise<string> {
  await query(adminUrl(), `CREATE DATABASE ${name}`)
  const url = new URL(adminUrl())
  url.pathname = `/${name}`
  return url.toString()
}

/** The migrations of this checkout but the newest one. */
function olderMigrations(): AppliedMigration[] {
  const place = path.join(project, "prisma/migrations")
  const all = readdirSync(place).filter((name) => name !== "migration_lock.toml")
  return all
    .sort()
    .slice(0, -1)
    .map((name) => {
      const script = readFileSync(path.join(place, name, "migration.sql"))
      return { name, checksum: createHash("sha256").update(script).digest("hex") }
    })
}

async function makeOlderSchool(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const older = olderMigrations()
  await applyLevel(client, older)
  for (const { name, checksum } of older)
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ($1, $2, $3, now())`,
      [randomUUID(), checksum, name],
    )
  await client.query(`INSERT INTO "School" (name, "timeZone") VALUES ('Hillside', 'Asia/Karachi')`)
  await client.end()
}

describe("an upgrade of a school that is there", { timeout: 180_000 }, () => {
  it("backs up first, at the old version, and what it wrote can be restored and upgraded", async () => {
    process.env.COLLOQUY_DATA = folder
    const url = await newDatabase(names[0])
    await makeOlderSchool(url)
    await applyMigrations(url, { reset: false })
    const files = readdirSync(path.join(folder, "backups"))
    expect(files).toHaveLength(1)
    const file = path.join(folder, "backups", files[0] ?? "")
    const { head } = await checkBackup(file)
    expect(head.migrations).toHaveLength(olderMigrations().length)

    const restored = await newDatabase(names[1])
    await restoreBackup({ url: restored, file })
    await applyMigrations(restored, { reset: false, backsUp: false })
    expect((await query(restored, 'SELECT name FROM "School"')).rows).toEqual([{ name: "Hillside" }])
    expect((await query(restored, "SELECT 1 FROM _prisma_migrations")).rowCount).toBe(
      head.migrations.length + 1,
    )
  })

  it("backs up nothing where nothing is to be done", async () => {
    const url = new URL(adminUrl())
    url.pathname = `/${names[0]}`
    await applyMigrations(url.toString(), { reset: false })
    expect(readdirSync(path.join(folder, "backups"))).toHaveLength(1)
  })
})
