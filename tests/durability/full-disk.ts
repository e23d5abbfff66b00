import { execFileSync } from "node:child_process"
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { recordTried } from "../assurance/record"
import { call } from "../bench/http-client"
import { disturbedRounds, prepareWork } from "./rounds"
import { type RunningApp, runApp } from "./running-app"
import { startWork, type Work } from "./work"

const STUDENTS = 8
/** What readiness asks for, the database and its log, and little more. */
const SIZE = "420m"
/** How long the disk stays full once saves were refused, so that PostgreSQL goes down as well. In milliseconds. */
const FULL_FOR = 3_000
const PATIENCE_MS = 120_000

/**
 * The disk of app and database is filled until nothing can be stored, and emptied again. Meanwhile nothing but "later" may
 * be answered, and readiness must say so; afterwards all must go on by itself. Null where no small disk can be had.
 */
export async function fullDiskRounds(rounds: number): Promise<number | null> {
  const disk = mountSmallDisk()
  if (!disk) return null
  try {
    const app = await runApp(path.join(disk, "data"))
    try {
      const work = startWork(await prepareWork(app.port, STUDENTS))
      const disturb = async () => fillAndEmpty(path.join(disk, "filling"), app, work)
      const lost = await disturbedRounds({
        promise: "disk-full-is-said",
        what: "full disks",
        rounds,
        work,
        disturb,
      })
      const of = "answers that said to come again later, none that said anything else"
      recordTried({
        promise: "disk-full-is-said",
        tried: work.ledger.later,
        of,
        lost: work.ledger.wrong.length,
      })
      return lost
    } finally {
      await app.dispose()
    }
  } finally {
    execFileSync("umount", ["--lazy", disk])
    rmSync(disk, { recursive: true, force: true })
  }
}

/** A file system in memory, which only root may make; null with a printed reason where that is not to be had. */
function mountSmallDisk(): string | null {
  const disk = mkdtempSync(path.join(os.tmpdir(), "colloquy-disk-"))
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${SIZE},mode=755`, "tmpfs", disk], { stdio: "pipe" })
    return disk
  } catch (error) {
    console.log(
      `skipped: a small disk needs mount -t tmpfs, as root on Linux (${String(error).split("\n")[0]})`,
    )
    rmSync(disk, { recursive: true })
    return null
  }
}

async function fillAndEmpty(file: string, app: RunningApp, { ledger }: Work): Promise<string> {
  const before = ledger.later
  const filling = setInterval(() => fill(file), 100)
  try {
    fill(file)
    await until("a save is refused", async () => ledger.later > before)
    await until("readiness says so", async () => (await readiness(app)) === 503)
    await sleep(FULL_FOR)
  } finally {
    clearInterval(filling)
    rmSync(file)
  }
  const emptied = performance.now()
  await until("readiness is back", async () => (await readiness(app)) === 200)
  const back = Math.round(performance.now() - emptied)
  return `disk full, ${ledger.later - before} times told to come later, ready again ${back} ms after there was room`
}

/** Whatever room is left, or has been freed since. */
function fill(file: string): void {
  const filling = openSync(file, "a")
  try {
    for (const size of [1_000_000, 4_096]) while (writeSync(filling, Buffer.alloc(size)) > 0);
  } catch {
    // Full.
  }
  closeSync(filling)
}

const readiness = async ({ port }: RunningApp) => (await call(port(), { path: "/readyz" })).status

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (const giveUpAt = Date.now() + PATIENCE_MS; !(await holds()); await sleep(50))
    if (Date.now() > giveUpAt) throw new Error(`not in two minutes: ${what}`)
}
