import { randomBytes } from "node:crypto"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import { openEmbeddedPostgres } from "@/bin/embedded-postgres.mjs"
import { buildApp } from "@/bin/start/build.mjs"
import { applyMigrations } from "@/bin/start/migrations.mjs"
import { closeDatabase } from "@/lib/platform/database"
import { readArguments } from "./arguments"
import { insertFloor } from "./insert-floor"
import type { Measurement } from "./measure"
import { type Report, renderReport, reportJson } from "./report"
import { rows } from "./rows"
import { startServerUnderTest } from "./server-under-test"

// `npm run bench`: the production build on an embedded database of its own, its own data, every figure of one run.

const STUDENTS = Number(process.env.BENCH_STUDENTS ?? 300)
const OPERATIONS = Number(process.env.BENCH_OPERATIONS ?? 2_000)
const asked = readArguments(process.argv.slice(2))

const folder = mkdtempSync(path.join(os.tmpdir(), "colloquy-bench-"))
const database = await openEmbeddedPostgres({ folder: path.join(folder, "postgres") })
const databaseUrl = database.urlOf("colloquy")
process.env.DATABASE_URL = databaseUrl
process.env.NEXTAUTH_SECRET = randomBytes(48).toString("base64url")
process.env.COLLOQUY_DATA = folder
process.env.AUTH_TRUST_HOST = "true"
process.env.LOG_LEVEL = "error"
await applyMigrations(databaseUrl, { reset: false })
await buildApp()

const server = await startServerUnderTest(database.pid)
const [app = 0, postgres = 0] = server.stack.pids

try {
  const report = await measureAll()
  console.log(`\n${renderReport(report)}`)
  if (asked.jsonFile) writeFileSync(asked.jsonFile, reportJson(report))
} finally {
  await server.stop()
  await closeDatabase()
  await database.release()
  rmSync(folder, { recursive: true, force: true })
}

async function measureAll(): Promise<Report> {
  const floor = await insertFloor(databaseUrl, postgres, OPERATIONS * 4)
  const report = {
    floor: { perSecond: floor.perSecond, othersShare: floor.othersShare },
    measurements: [floor],
    figures: [] as Report["figures"][number][],
    pages: [] as Report["pages"][number][],
  }
  sayErrors([floor])
  const ground = { server, postgres, app, students: STUDENTS, operations: OPERATIONS }
  for (const row of asked.rows) {
    console.log(`${row} …`)
    const { measurements = [], figures = [], pages = [] } = await rows[row](ground)
    sayErrors(measurements)
    report.measurements.push(...measurements)
    report.figures.push(...figures)
    report.pages.push(...pages)
  }
  return report
}

/** A row with errors measured something else. */
function sayErrors(measurements: readonly Measurement[]) {
  for (const { name, errors, firstError } of measurements)
    if (errors > 0) console.log(`  ${name}: ${errors} errors, so this is no figure. The first: ${firstError}`)
}
