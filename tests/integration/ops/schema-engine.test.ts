import { execFileSync } from "node:child_process"
import { randomUUID } from "node:crypto"
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import pg from "pg"
import { afterAll, describe, expect, inject, it } from "vitest"

const root = path.resolve(import.meta.dirname, "../../..")
const name = `test_${process.pid}_${randomUUID().slice(0, 8)}`
const url = Object.assign(new URL(inject("databaseServer").adminUrl), { pathname: `/${name}` }).toString()
const folder = mkdtempSync(path.join(os.tmpdir(), "colloquy-engine-"))

const schema = (fields: string) =>
  `datasource db {\n  provider = "postgresql"\n}\nmodel Thing {\n  id Int @id\n${fields}}\n`

// A project of its own, so that `migrate dev` may write migrations.
const config = `import { defineConfig } from "${root}/node_modules/prisma/config.js"
process.env.PRISMA_SCHEMA_ENGINE_BINARY = "${root}/bin/schema-engine.mjs"
export default defineConfig({ schema: "schema.prisma", migrations: { path: "migrations" }, datasource: { url: process.env.DATABASE_URL } })`

function prisma(...args: string[]): string {
  const environment = { ...process.env, DATABASE_URL: url }
  const options = { cwd: folder, env: environment, encoding: "utf8", stdio: "pipe" } as const
  return execFileSync(
    path.join(root, "node_modules/.bin/prisma"),
    [...args, "--config", "prisma.config.mjs"],
    options,
  )
}

async function query(database: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: database })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

afterAll(async () => {
  await query(inject("databaseServer").adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  rmSync(folder, { recursive: true })
})

describe("Prisma's commands over our schema engine", { timeout: 60_000 }, () => {
  it("makes the database and a migration, and applies it", async () => {
    writeFileSync(path.join(folder, "prisma.config.mjs"), config)
    writeFileSync(path.join(folder, "schema.prisma"), schema("  word String\n"))
    expect(prisma("migrate", "dev", "--name", "first")).toContain("migration.sql")
    expect(await query(url, 'SELECT count(*)::int AS n FROM "Thing"')).toEqual([{ n: 0 }])
    expect(prisma("migrate", "status")).toContain("up to date")
  })

  it("sees a difference between the database and the schema", () => {
    writeFileSync(path.join(folder, "schema.prisma"), schema("  word String\n  code String @db.Char(3)\n"))
    const args = ["migrate", "diff", "--from-config-datasource", "--to-schema", "schema.prisma", "--script"]
    expect(prisma(...args)).toContain('ADD COLUMN     "code" CHAR(3) NOT NULL')
  })

  it("leaves a semicolon inside a function to PostgreSQL", async () => {
    mkdirSync(path.join(folder, "migrations/99990101000000_function"), { recursive: true })
    const script =
      "CREATE FUNCTION one() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;\nSELECT one();"
    writeFileSync(path.join(folder, "migrations/99990101000000_function/migration.sql"), script)
    prisma("migrate", "deploy")
    expect(await query(url, "SELECT one()")).toEqual([{ one: 1 }])
  })

  it("applies a migration whole or not at all, and says why not", async () => {
    mkdirSync(path.join(folder, "migrations/99990202000000_broken"), { recursive: true })
    const script = "CREATE TABLE half (id int);\nCREATE TABLE half (id int);"
    writeFileSync(path.join(folder, "migrations/99990202000000_broken/migration.sql"), script)
    expect(() => prisma("migrate", "deploy")).toThrow(/already exists/)
    expect(await query(url, "SELECT to_regclass('half') AS half")).toEqual([{ half: null }])
  })
})
