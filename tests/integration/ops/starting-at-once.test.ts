import { execFile } from "node:child_process"
import { mkdtempSync, readdirSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import { promisify } from "node:util"
import pg from "pg"
import { describe, expect, inject, it } from "vitest"
import { tryAnnouncing } from "@/bin/start/announcements.mjs"
import { directDatabaseUrl, refuseLoneDirectUrl } from "@/bin/start/database-urls.mjs"
import { oneAtATime } from "@/bin/start/one-at-a-time.mjs"
import * as platform from "@/lib/platform/connection-urls"
import { closeDatabase, pool } from "@/lib/platform/database"
import { useTestDatabase } from "@/tests/support/database"
import { startPostgres } from "@/tests/support/debian-postgres"
import { findPgBouncer, startPgBouncer } from "@/tests/support/pgbouncer"

useTestDatabase()

const url = () => process.env.DATABASE_URL ?? ""

describe("one at a time", () => {
  it("lets nobody in while another works, and the next in when that one is gone", async () => {
    let [inside, most] = [0, 0]
    const work = async () => {
      inside += 1
      most = Math.max(most, inside)
      await new Promise((resolve) => setTimeout(resolve, 50))
      inside -= 1
    }
    await Promise.all([1, 2, 3, 4].map(() => oneAtATime(url(), work)))
    expect(most).toBe(1)
    const failing = oneAtATime(url(), () => Promise.reject(new Error("no")))
    await expect(failing).rejects.toThrow("no")
    expect(await oneAtATime(url(), async () => "in")).toBe("in")
  })
})

describe("the two addresses of the database", () => {
  it.each([
    {},
    { DATABASE_URL: "a" },
    { DATABASE_URL: "a", DIRECT_DATABASE_URL: " " },
    { DATABASE_URL: "a", DIRECT_DATABASE_URL: "b" },
  ])("are the same to start and to server: %j", (environment) => {
    expect(directDatabaseUrl(environment)).toBe(platform.directDatabaseUrl(environment))
  })

  it("are set both or neither", () => {
    expect(() => refuseLoneDirectUrl({ DIRECT_DATABASE_URL: "b" })).toThrow("Set both, or neither")
    expect(() => refuseLoneDirectUrl({ DATABASE_URL: "a", DIRECT_DATABASE_URL: "b" })).not.toThrow()
    expect(() => refuseLoneDirectUrl({})).not.toThrow()
  })

  it("are tried: what is announced at one has to be heard at the other", async () => {
    const { adminUrl } = inject("databaseServer")
    expect(await tryAnnouncing({ DATABASE_URL: url() })).toEqual({ state: "heard" })
    const nobody = "postgresql://postgres@127.0.0.1:1/nothing"
    expect((await tryAnnouncing({ DATABASE_URL: nobody })).state).toBe("unreachable")
    const elsewhere = { DATABASE_URL: url(), DIRECT_DATABASE_URL: adminUrl }
    expect(await tryAnnouncing(elsewhere, 1_000)).toEqual({ state: "elsewhere" })
  })
})

const program = findPgBouncer()

describe.skipIf(!program)("behind PgBouncer in transaction mode", () => {
  it("LISTEN is found to be deaf, until the direct address is given, and statements go without names", async () => {
    const postgres = await startPostgres()
    const made = new pg.Client({ connectionString: postgres.urlOf("postgres") })
    await made.connect()
    await made.query("CREATE DATABASE colloquy").catch(() => {})
    await made.end()
    const pooler = await startPgBouncer(program ?? "", postgres)
    const before = url()
    try {
      const [DATABASE_URL, DIRECT_DATABASE_URL] = [pooler.url, postgres.urlOf("colloquy")]
      expect(await tryAnnouncing({ DATABASE_URL }, 1_000)).toEqual({ state: "pooler" })
      expect(await tryAnnouncing({ DATABASE_URL, DIRECT_DATABASE_URL })).toEqual({ state: "heard" })
      Object.assign(process.env, { DATABASE_URL, DIRECT_DATABASE_URL })
      await closeDatabase()
      const statement = { name: "a-name", text: "SELECT $1::int AS n", values: [1] }
      const ask = () => Promise.all(Array.from({ length: 20 }, () => pool().query(statement)))
      await ask()
      await ask()
      const { rowCount } = await pool().query("SELECT 1 FROM pg_prepared_statements")
      expect(rowCount).toBe(0)
    } finally {
      await closeDatabase()
      delete process.env.DIRECT_DATABASE_URL
      process.env.DATABASE_URL = before
      await pooler.stop()
      await postgres.stop()
    }
  })
})

describe("secrets of one folder", () => {
  it("are the same for all processes that start on it at once", async () => {
    const folders = Array.from({ length: 60 }, () => mkdtempSync(path.join(os.tmpdir(), "colloquy-secrets-")))
    const script = `const { sessionSecret, factorKey } = await import(process.argv[1])
      const [, , at, ...folders] = process.argv
      for (const [index, folder] of folders.entries()) {
        while (Date.now() < Number(at) + 20 * index);
        console.log(sessionSecret(folder, {}), factorKey(folder, {}))
      }`
    const args = [path.resolve("bin/start/data-folder.mjs"), String(Date.now() + 3_000), ...folders]
    const run = () => promisify(execFile)(process.execPath, ["--input-type=module", "-e", script, ...args])
    const outputs = await Promise.all(Array.from({ length: 3 }, run))
    const [first, ...others] = outputs.map(({ stdout }) => stdout.split("\n"))
    const different = first?.filter((line, index) => others.some((other) => other[index] !== line))
    expect(different).toEqual([])
    for (const folder of folders) expect(readdirSync(folder)).toEqual(["secrets.json"])
  })
})
