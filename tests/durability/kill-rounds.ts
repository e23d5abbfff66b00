import { execFileSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { stopEmbeddedPostgres } from "@/bin/embedded-postgres.mjs"
import { closeDatabase, pool } from "@/lib/platform/database"
import { makeBenchSchool } from "../bench/bench-school"
import { loadAnswers } from "../bench/load-answers"
import { type OpenAttempt, openAttempts } from "../bench/saves"
import { startColloquy } from "../support/start-server"
import { type Acknowledged, type Item, keepSaving } from "./keep-saving"

export type Round = { round: number; acknowledged: number; lost: string[]; restartMs: number }

/** A round is worth nothing before that many saves; then the moment of the kill is drawn anew each time. */
const LEAST_SAVES = 20
const LATEST_KILL_MS = 1_000
const PATIENCE_MS = 60_000

/**
 * Students save without a pause while app and PostgreSQL, its children included, are killed with SIGKILL; both start
 * again on the same folder; every acknowledged save must be in the log with its value, and the answer that counts must
 * be at least as new. Everything happens `rounds` times on one growing database.
 */
export async function killRounds(options: {
  rounds: number
  students: number
  onRound?: (round: Round) => void
}): Promise<Round[]> {
  const dataFolder = mkdtempSync(path.join(os.tmpdir(), "colloquy-kill-"))
  const done: Round[] = []
  let server = await start(dataFolder)
  try {
    const { attempts, items } = await prepare(server.port, options.students)
    const saved: Acknowledged = new Map()
    for (let round = 1; round <= options.rounds; round++) {
      const before = saved.size
      const killing = new AbortController()
      const from = round * 1_000_000
      const saving = keepSaving({ port: server.port, attempts, items, saved, from, killing: killing.signal })
      await untilSaved(saved, before + LEAST_SAVES)
      await sleep(Math.random() * LATEST_KILL_MS)
      killing.abort()
      killAll(server.pid, dataFolder)
      await Promise.all([saving, server.ended])
      await closeDatabase()
      const started = performance.now()
      server = await start(dataFolder)
      const restartMs = Math.round(performance.now() - started)
      const found = { round, acknowledged: saved.size - before, lost: await findLost(saved), restartMs }
      done.push(found)
      options.onRound?.(found)
    }
    return done
  } finally {
    await closeDatabase()
    await server.stop()
    await stopEmbeddedPostgres(path.join(dataFolder, "postgres"))
    rmSync(dataFolder, { recursive: true, force: true })
  }
}

async function start(dataFolder: string) {
  const server = await startColloquy({ dataFolder, args: ["--no-demo"], environment: { HOST: "127.0.0.1" } })
  process.env.DATABASE_URL = server.ready.databaseUrl
  const secrets = readFileSync(path.join(dataFolder, "secrets.json"), "utf8")
  process.env.NEXTAUTH_SECRET = JSON.parse(secrets).sessionSecret
  return { ...server, port: Number(new URL(server.ready.address).port) }
}

async function prepare(
  port: number,
  students: number,
): Promise<{ attempts: OpenAttempt[]; items: readonly Item[] }> {
  const school = await makeBenchSchool(students)
  return { attempts: await openAttempts(port, school), items: await loadAnswers(school.assignmentId) }
}

async function untilSaved(saved: Acknowledged, size: number): Promise<void> {
  for (const giveUpAt = Date.now() + PATIENCE_MS; saved.size < size; await sleep(10))
    if (Date.now() > giveUpAt)
      throw new Error(`only ${saved.size} of ${size} saves were acknowledged in a minute`)
}

/** The app, the postmaster and each of its children, in one go: nobody gets to tidy up. */
function killAll(app: number, dataFolder: string): void {
  const pidFile = path.join(dataFolder, "postgres/cluster/postmaster.pid")
  const postmaster = Number(readFileSync(pidFile, "utf8").split("\n")[0])
  const children = execFileSync("ps", ["-o", "pid=", "--ppid", String(postmaster)], { encoding: "utf8" })
  const all = [app, postmaster, ...children.trim().split(/\s+/).map(Number)]
  for (const pid of Math.random() < 0.5 ? all : all.reverse()) killOne(pid)
}

function killOne(pid: number): void {
  try {
    process.kill(pid, "SIGKILL")
  } catch {
    // Gone by itself: its postmaster went first.
  }
}

const LOST = `
  SELECT a.key FROM jsonb_to_recordset($1::jsonb)
    AS a(key text, "attemptId" uuid, "itemId" uuid, "saveNumber" int, value jsonb)
  WHERE NOT EXISTS (
      SELECT 1 FROM "ResponseSave" s
      WHERE s."attemptId" = a."attemptId" AND s."itemId" = a."itemId"
        AND s."saveNumber" = a."saveNumber" AND s.value = a.value)
    OR NOT EXISTS (
      SELECT 1 FROM "Response" r
      WHERE r."attemptId" = a."attemptId" AND r."itemId" = a."itemId"
        AND (r."saveNumber" > a."saveNumber" OR (r."saveNumber" = a."saveNumber" AND r.value = a.value)))`

async function findLost(saved: Acknowledged): Promise<string[]> {
  const rows = [...saved].map(([key, save]) => ({ key, ...save }))
  const { rows: lost } = await pool().query<{ key: string }>(LOST, [JSON.stringify(rows)])
  return lost.map(({ key }) => key)
}
