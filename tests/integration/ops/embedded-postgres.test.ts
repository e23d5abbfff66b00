import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import pg from "pg"
import { afterAll, describe, expect, it } from "vitest"
import { openEmbeddedPostgres, stopEmbeddedPostgres } from "../../../bin/embedded-postgres.mjs"

const folders = [0, 1].map(() => mkdtempSync(path.join(os.tmpdir(), "colloquy-postgres-")))
const [first = "", second = ""] = folders
const pidFile = path.join(first, "cluster/postmaster.pid")

afterAll(async () => {
  for (const folder of folders) {
    await stopEmbeddedPostgres(folder)
    rmSync(folder, { recursive: true, force: true })
  }
})

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

describe("the embedded PostgreSQL", () => {
  it("keeps what was committed when it is killed, and is started again", async () => {
    const server = await openEmbeddedPostgres({ folder: first })
    await query(server.urlOf("colloquy"), "CREATE TABLE kept AS SELECT 'still here' AS word")
    process.kill(server.pid, "SIGKILL")
    const again = await openEmbeddedPostgres({ folder: first })
    expect(again).toMatchObject({ startedHere: true, port: server.port })
    expect(await query(again.urlOf("colloquy"), "SELECT word FROM kept")).toEqual([{ word: "still here" }])
  })

  it("is found again while it runs, and stopped by the last who uses it", async () => {
    const server = await openEmbeddedPostgres({ folder: first })
    expect(server.startedHere).toBe(false)
    expect(await server.release()).toBe(true)
    expect(await stopEmbeddedPostgres(first)).toBe(false)
  })

  it("is not misled by a file whose process is somebody else's by now", async () => {
    const stranger = `${process.pid}\n/elsewhere\n0\n1\n\n127.0.0.1\n0\nready   \n`
    writeFileSync(pidFile, stranger)
    const server = await openEmbeddedPostgres({ folder: first })
    expect(server.startedHere).toBe(true)
    expect(Number(readFileSync(pidFile, "utf8").split("\n")[0])).toBe(server.pid)
  })

  it("starts again after everything was killed in the middle of a start, a half-written lock left behind", async () => {
    const server = await openEmbeddedPostgres({ folder: first })
    process.kill(server.pid, "SIGKILL")
    writeFileSync(path.join(first, "lock"), "")
    writeFileSync(path.join(first, "port"), "")
    const again = await openEmbeddedPostgres({ folder: first })
    expect(again.startedHere).toBe(true)
    expect(await query(again.urlOf("colloquy"), "SELECT word FROM kept")).toEqual([{ word: "still here" }])
    expect(readFileSync(path.join(first, "port"), "utf8")).toBe(String(again.port))
  })

  it("runs beside a second one", async () => {
    const [one, other] = await Promise.all([
      openEmbeddedPostgres({ folder: first }),
      openEmbeddedPostgres({ folder: second }),
    ])
    expect(one.port).not.toBe(other.port)
    await expect(query(other.urlOf("colloquy"), "SELECT * FROM kept")).rejects.toThrow("does not exist")
  })

  it("listens on this machine alone, syncs to disk, and wants its generated password", async () => {
    const server = await openEmbeddedPostgres({ folder: first })
    const rows = await query(
      server.urlOf("colloquy"),
      "SELECT name, setting FROM pg_settings WHERE name IN ('listen_addresses', 'fsync', 'synchronous_commit') ORDER BY 1",
    )
    expect(rows).toEqual([
      { name: "fsync", setting: "on" },
      { name: "listen_addresses", setting: "127.0.0.1" },
      { name: "synchronous_commit", setting: "on" },
    ])
    expect(statSync(path.join(first, "password")).mode & 0o777).toBe(0o600)
    const guessed = new URL(server.urlOf("colloquy"))
    guessed.password = "guess"
    await expect(query(guessed.toString(), "SELECT 1")).rejects.toThrow("password")
  })
})
