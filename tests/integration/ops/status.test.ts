import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { doctor } from "@/bin/cli/doctor"
import { say } from "@/bin/cli/sentences"
import { loadStatus } from "@/lib/classroom/server/load-status"
import { pool } from "@/lib/platform/database"
import { reportBug } from "@/lib/platform/log"
import { checkOperation } from "@/lib/platform/telemetry/check-operation"
import { jobRecords, startJob } from "@/lib/platform/telemetry/jobs"
import { allowed, expectRefusal } from "@/tests/integration/people/expect-refusal"
import { useTestDatabase } from "@/tests/support/database"
import { makeViewer } from "@/tests/support/factories"

useTestDatabase()

const codesOf = async () => Object.fromEntries((await checkOperation()).map(({ name, code }) => [name, code]))

describe("how the server is", () => {
  it.each(["student", "assistant", "teacher"] as const)("is not shown to a %s", async (role) => {
    expectRefusal(await loadStatus(await makeViewer(role), new Date()), "forbidden", "people.notAllowed")
  })

  it("is shown to an administrator: every check has its finding", async () => {
    const status = allowed(await loadStatus(await makeViewer("administrator"), new Date()))
    expect(status.findings.map(({ name, state }) => `${name} ${state}`)).toEqual([
      "database ok",
      "connections ok",
      "migrations ok",
      expect.stringMatching(/^disk/),
      "folder ok",
      "mail note",
      "jobs ok",
    ])
    expect(status.version).toMatch(/^\d+\.\d+\.\d+$/)
  })

  it("says that a migration is missing", async () => {
    const last = `WHERE migration_name = (SELECT max(migration_name) FROM _prisma_migrations)`
    await pool().query(`UPDATE _prisma_migrations SET rolled_back_at = now() ${last}`)
    expect(await codesOf()).toMatchObject({ migrations: "migrationsMissing" })
    await pool().query(`UPDATE _prisma_migrations SET rolled_back_at = NULL ${last}`)
    await pool().query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('x', 'x', '9999_x', now())`,
    )
    expect(await codesOf()).toMatchObject({ migrations: "migrationsNewer" })
    await pool().query(`DELETE FROM _prisma_migrations WHERE id = 'x'`)
  })

  it("shows the other checks where one fails", async () => {
    await pool().query("ALTER TABLE _prisma_migrations RENAME TO elsewhere")
    expect(await codesOf()).toMatchObject({ migrations: "migrationsUnknown", database: "database" })
    await pool().query("ALTER TABLE elsewhere RENAME TO _prisma_migrations")
  })

  it("says that mail is half set", async () => {
    vi.stubEnv("SMTP_URL", "smtp://mail.example")
    expect(await codesOf()).toMatchObject({ mail: "mailHalfSet" })
    vi.unstubAllEnvs()
  })

  it("lists bugs by the number that people were shown, the same bug once", async () => {
    const fail = () =>
      reportBug(Object.assign(new Error("somebody's words"), { code: "23505" }), "post-reply")
    const ids = [fail(), fail()]
    const { bugs } = allowed(await loadStatus(await makeViewer("administrator"), new Date()))
    const of = bugs.filter(({ where }) => where === "post-reply")
    expect(of).toEqual([
      { id: ids[1], where: "post-reply", route: null, kind: "Error 23505", count: 2, at: expect.any(Number) },
    ])
  })
})

describe("colloquy doctor", () => {
  it("prints the same checks, and how to mend what is wrong", async () => {
    vi.stubEnv("SMTP_URL", "smtp://mail.example")
    const outcome = await doctor.run({ values: {}, positionals: [] }, say)
    vi.unstubAllEnvs()
    const { lines, failed } = allowed(outcome)
    expect(failed).toBe(true)
    expect(lines[0]).toMatch(/^ok {6}Database {9}PostgreSQL \d+[.\d]* takes writes/)
    expect(lines).toContain(
      "failed  Mail             The mail settings are incomplete. Set SMTP_URL, MAIL_FROM and COLLOQUY_URL, or none of them.",
    )
  })
})

describe("the server's own work", () => {
  let stop = () => {}
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => {
    stop()
    vi.useRealTimers()
  })
  const one = () => jobRecords()[0]

  it("goes on after a failure, which is a bug in the log and wrong on the page", async () => {
    let runs = 0
    stop = startJob("sweep", 1_000, async () => {
      runs += 1
      if (runs === 1) throw new Error("no")
    })
    await vi.advanceTimersByTimeAsync(1_000)
    expect(one()).toMatchObject({ failures: 1, bug: expect.stringMatching(/^[0-9a-f]{12}$/) })
    await vi.advanceTimersByTimeAsync(1_000)
    expect(one()).toMatchObject({ failures: 1, bug: null })
    expect(runs).toBe(2)
  })

  it("is not begun again while it runs", async () => {
    let begun = 0
    let end = () => {}
    stop = startJob("sweep", 1_000, () => {
      begun += 1
      return new Promise<void>((resolve) => {
        end = resolve
      })
    })
    await vi.advanceTimersByTimeAsync(5_000)
    expect(begun).toBe(1)
    end()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(begun).toBe(2)
    end()
  })
})
