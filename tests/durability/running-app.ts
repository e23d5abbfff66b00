import { execFileSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import { stopEmbeddedPostgres } from "@/bin/embedded-postgres.mjs"
import { closeDatabase } from "@/lib/platform/database"
import { startColloquy } from "../support/start-server"

export type Victim = "app" | "postgres" | "both"

export type RunningApp = {
  dataFolder: string
  /** Where it listens, since its last start. */
  port: () => number
  /** Starts it again on the same folder, after it ended. */
  restart: () => Promise<void>
  /** SIGTERM; resolves to the exit code. */
  stop: () => Promise<number | null>
  /** SIGKILL, to PostgreSQL's children as well, in one go: nobody gets to tidy up. */
  kill: (victim: Victim) => Promise<void>
  /** Stops it and takes its data away. */
  dispose: () => Promise<void>
}

/** The production build with a database of its own in `dataFolder`, or in a folder that is made. `pool()` leads to it. */
export async function runApp(
  dataFolder = mkdtempSync(path.join(os.tmpdir(), "colloquy-faults-")),
): Promise<RunningApp> {
  let server = await start(dataFolder)
  const restart = async () => {
    await closeDatabase()
    server = await start(dataFolder)
  }
  const kill = async (victim: Victim) => {
    const app = victim === "postgres" ? [] : [server.pid]
    const all = [...app, ...(victim === "app" ? [] : postgresPids(dataFolder))]
    for (const pid of Math.random() < 0.5 ? all : all.reverse()) killOne(pid)
    if (app.length > 0) await server.ended
  }
  const dispose = async () => {
    await closeDatabase()
    await server.stop()
    await stopEmbeddedPostgres(path.join(dataFolder, "postgres"))
    rmSync(dataFolder, { recursive: true, force: true })
  }
  return { dataFolder, port: () => server.port, restart, stop: () => server.stop(), kill, dispose }
}

async function start(dataFolder: string) {
  const server = await startColloquy({ dataFolder, args: ["--no-demo"], environment: { HOST: "127.0.0.1" } })
  process.env.DATABASE_URL = server.ready.databaseUrl
  const secrets = readFileSync(path.join(dataFolder, "secrets.json"), "utf8")
  process.env.NEXTAUTH_SECRET = JSON.parse(secrets).sessionSecret
  return { ...server, port: Number(new URL(server.ready.address).port) }
}

/** The postmaster, then its children; nothing where it is gone. */
export function postgresPids(dataFolder: string): number[] {
  try {
    const pidFile = path.join(dataFolder, "postgres/cluster/postmaster.pid")
    const postmaster = readFileSync(pidFile, "utf8").split("\n")[0] ?? ""
    const children = execFileSync("ps", ["-o", "pid=", "--ppid", postmaster], { encoding: "utf8" })
    return [Number(postmaster), ...children.trim().split(/\s+/).map(Number)]
  } catch {
    return []
  }
}

/** Sends a signal to a process that may be gone by itself: its postmaster went first. */
export function killOne(pid: number, signal: NodeJS.Signals = "SIGKILL"): void {
  try {
    process.kill(pid, signal)
  } catch {
    // Gone.
  }
}
