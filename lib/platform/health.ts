import "server-only"
import { statfs } from "node:fs/promises"
import { setTimeout as sleep } from "node:timers/promises"
import { pool } from "@/lib/platform/database"

/** Below this much free disk the server says it is not ready: a full disk loses answers. */
const LEAST_FREE_BYTES = 200 * 1024 * 1024

/** What has not answered by then is not ready, in milliseconds. */
const PATIENCE = 5_000

export type Check = { name: string; state: "ok" | "failed"; milliseconds: number; detail?: string }
export type Readiness = { ready: boolean; checks: Check[] }

/** Whether the server can take answers: the database accepts a write, and the disk has room. */
export async function checkReadiness(): Promise<Readiness> {
  const checks = await Promise.all([timed("database", probeDatabase), timed("disk", probeDisk)])
  return { ready: checks.every((check) => check.state === "ok"), checks }
}

async function timed(name: string, probe: () => Promise<string | undefined>): Promise<Check> {
  const started = performance.now()
  const milliseconds = () => Math.round((performance.now() - started) * 10) / 10
  try {
    const failure = await Promise.race([probe(), sleep(PATIENCE, "no answer", { ref: false })])
    if (failure) return { name, state: "failed", milliseconds: milliseconds(), detail: failure }
    return { name, state: "ok", milliseconds: milliseconds() }
  } catch {
    return { name, state: "failed", milliseconds: milliseconds(), detail: "no answer" }
  }
}

// A write, since a database may answer reads while it can take none (a full disk, a standby).
async function probeDatabase(): Promise<undefined> {
  await pool().query(
    `INSERT INTO "RateLimit" (key, points) VALUES ('readiness', 1)
     ON CONFLICT (key) DO UPDATE SET points = "RateLimit".points % 1000 + 1`,
  )
}

async function probeDisk(): Promise<string | undefined> {
  const disk = await statfs(process.env.COLLOQUY_DATA ?? ".")
  return disk.bavail * disk.bsize < LEAST_FREE_BYTES ? "less than 200 MB free" : undefined
}
