import { fork } from "node:child_process"
import { randomBytes } from "node:crypto"
import { once } from "node:events"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import { openEmbeddedPostgres } from "@/bin/embedded-postgres.mjs"
import { buildApp } from "@/bin/start/build.mjs"
import { applyMigrations } from "@/bin/start/migrations.mjs"
import { closeDatabase } from "@/lib/platform/database"
import { openArticle } from "./article"
import { ringBell } from "./bell"
import { makeBenchSchool } from "./bench-school"
import { insertFloor } from "./insert-floor"
import { loadAnswers } from "./load-answers"
import type { Measurement } from "./measure"
import { renderTable } from "./report"
import { openAttempts, saveThroughApp, saveThroughFloor } from "./saves"

// `npm run bench`: the production build on an embedded database of its own, its own data, every figure of one run.

const STUDENTS = Number(process.env.BENCH_STUDENTS ?? 300)
const OPERATIONS = Number(process.env.BENCH_OPERATIONS ?? 2_000)
const jsonFile = process.argv[2]

const folder = mkdtempSync(path.join(os.tmpdir(), "colloquy-bench-"))
const database = await openEmbeddedPostgres({ folder: path.join(folder, "postgres") })
process.env.DATABASE_URL = database.urlOf("colloquy")
process.env.NEXTAUTH_SECRET = randomBytes(48).toString("base64url")
process.env.COLLOQUY_DATA = folder
process.env.AUTH_TRUST_HOST = "true"
process.env.LOG_LEVEL = "error"
await applyMigrations(process.env.DATABASE_URL, { reset: false })
await buildApp()

const server = fork(path.join(import.meta.dirname, "server-process.mjs"), {
  execArgv: ["--max-semi-space-size=64"],
  env: { ...process.env, NODE_ENV: "production" },
})
const [{ port }] = (await once(server, "message")) as [{ port: number }]
const app = server.pid ?? 0
const stack = [app, database.pid]

try {
  const measurements: Measurement[] = []
  const note = (measurement: Measurement) => {
    measurements.push(measurement)
    console.log(`${measurement.name}: ${measurement.cpuMsPerOperation.toFixed(2)} CPU-ms per operation`)
    if (measurement.errors > 0)
      console.log(
        `  ${measurement.errors} errors, so this is no figure. The first: ${measurement.firstError}`,
      )
    return measurement
  }
  note(await insertFloor(process.env.DATABASE_URL, database.pid, OPERATIONS * 4))

  const readers = await makeBenchSchool(32)
  await openArticle(port, readers, stack, 300)
  note(await openArticle(port, readers, stack, OPERATIONS))

  const answers = await loadAnswers(readers.assignmentId)
  const attempts = await openAttempts(port, readers)
  const saves = { attempts, answers, operations: OPERATIONS * 2, postgres: database.pid }
  await saveThroughApp(port, app, { ...saves, operations: 500 })
  const floor = note(await saveThroughFloor(saves))
  const save = note(await saveThroughApp(port, app, saves))

  await ringBell(port, await makeBenchSchool(20), stack, answers)
  const class300 = await makeBenchSchool(STUDENTS)
  const bell = await ringBell(port, class300, stack, answers)
  note(bell.whole)

  const at = (values: readonly number[], share: number) =>
    (values[Math.floor(values.length * share)] ?? 0).toFixed(0)
  const ratio = save.perSecond / floor.perSecond
  console.log(`\n${renderTable(measurements)}\n`)
  console.log(`one save in the bell: p50 ${at(bell.saves, 0.5)} ms, p95 ${at(bell.saves, 0.95)} ms`)
  console.log(`press to questions visible: p50 ${at(bell.visible, 0.5)} ms, p95 ${at(bell.visible, 0.95)} ms`)
  console.log(`answers lost: ${bell.lost} of ${bell.acknowledged} acknowledged`)
  console.log(`a save's rate to floor (a): ${ratio.toFixed(2)}`)
  if (jsonFile)
    writeFileSync(jsonFile, `${JSON.stringify({ measurements, ratio, lost: bell.lost }, null, 2)}\n`)
} finally {
  server.kill()
  await closeDatabase()
  await database.release()
  rmSync(folder, { recursive: true, force: true })
}
