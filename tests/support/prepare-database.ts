import { execFileSync } from "node:child_process"
import { createHash } from "node:crypto"
import { readdirSync, readFileSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import pg from "pg"
import type { TestProject } from "vitest/node"
import { openEmbeddedPostgres } from "../../bin/embedded-postgres.mjs"

declare module "vitest" {
  interface ProvidedContext {
    /** Where test databases are made, and of which migrated template. */
    databaseServer: { adminUrl: string; template: string }
  }
}

const root = path.resolve(import.meta.dirname, "../..")
const migrations = path.join(root, "prisma/migrations")
/** One server per checkout and account, shared by runs at the same time. */
export const testServerFolder = (checkout: string): string =>
  path.join(os.tmpdir(), `colloquy-tests-${digest(checkout, String(os.userInfo().uid))}`)

/** A power cut may cost test data: the tests that are about durability start their own server. */
export const testServerSettings = { fsync: "off", max_connections: "200" }

/**
 * Vitest's global set-up: a PostgreSQL of this checkout, and a template database with all migrations applied. With
 * COLLOQUY_TEST_DATABASE_URL, the address of an administrator of another PostgreSQL, that one.
 */
export default async function prepareDatabase(project: TestProject): Promise<() => Promise<void>> {
  const server = await openServer(process.env.COLLOQUY_TEST_DATABASE_URL)
  const adminUrl = server.urlOf("postgres")
  const template = `template_${migrationsDigest()}`
  await withAdmin(adminUrl, async (admin) => {
    await admin.query("SELECT pg_advisory_lock(1)")
    await dropAbandoned(admin)
    await makeTemplate({ admin, template, urlOf: server.urlOf })
  })
  project.provide("databaseServer", { adminUrl, template })
  return async () => {
    await server.release()
  }
}

async function openServer(other: string | undefined) {
  if (!other) return openEmbeddedPostgres({ folder: testServerFolder(root), settings: testServerSettings })
  const urlOf = (database: string) => Object.assign(new URL(other), { pathname: `/${database}` }).toString()
  return { urlOf, release: async () => {} }
}

async function makeTemplate(call: {
  admin: pg.Client
  template: string
  urlOf: (database: string) => string
}): Promise<void> {
  const { admin, template, urlOf } = call
  const found = await admin.query("SELECT 1 FROM pg_database WHERE datname = $1", [template])
  if (found.rowCount) return
  const draft = `draft_${template}`
  await admin.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(draft)} WITH (FORCE)`)
  await admin.query(`CREATE DATABASE ${pg.escapeIdentifier(draft)}`)
  const prisma = path.join(root, "node_modules/.bin/prisma")
  const env = { ...process.env, DATABASE_URL: urlOf(draft) }
  execFileSync(prisma, ["migrate", "deploy"], { cwd: root, env, stdio: "pipe" })
  await admin.query(`ALTER DATABASE ${pg.escapeIdentifier(draft)} RENAME TO ${pg.escapeIdentifier(template)}`)
}

/** Databases are named by the process that made them: a killed run leaves them behind. */
async function dropAbandoned(admin: pg.Client): Promise<void> {
  const found = await admin.query<{ datname: string }>(
    "SELECT datname FROM pg_database WHERE datname LIKE 'test\\_%'",
  )
  for (const { datname } of found.rows) {
    if (!isAlive(Number(datname.split("_")[1])))
      await admin.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(datname)} WITH (FORCE)`)
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

async function withAdmin(url: string, work: (admin: pg.Client) => Promise<void>): Promise<void> {
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  try {
    await work(admin)
  } finally {
    await admin.end()
  }
}

function migrationsDigest(): string {
  const files = readdirSync(migrations, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".sql"))
    .sort()
  return digest(...files.flatMap((name) => [name, readFileSync(path.join(migrations, name), "utf8")]))
}

function digest(...parts: string[]): string {
  return createHash("sha256").update(parts.join("\0")).digest("hex").slice(0, 12)
}
