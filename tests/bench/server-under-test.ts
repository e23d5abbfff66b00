import { fork } from "node:child_process"
import { once } from "node:events"
import { openSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import type { Stack } from "./measure"

export type ServerUnderTest = { port: number; stack: Stack; stop: () => Promise<void> }

/** The production build in a process of its own. `postgres` is the process id of its database. */
export async function startServerUnderTest(postgres: number): Promise<ServerUnderTest> {
  const server = fork(path.join(import.meta.dirname, "server-process.mjs"), {
    execArgv: ["--max-semi-space-size=64", ...(process.env.BENCH_NODE_OPTIONS?.split(" ") ?? [])],
    env: { ...process.env, NODE_ENV: "production" },
    // A line for every request is a part of what is measured, and nothing to read in between.
    stdio: ["ignore", "inherit", openSync(path.join(os.tmpdir(), "colloquy-bench.log"), "w"), "ipc"],
  })
  const [{ port }] = (await once(server, "message")) as [{ port: number }]
  const countTrips = async () => {
    const answered = once(server, "message")
    server.send("trips")
    return ((await answered) as [{ trips: number }])[0].trips
  }
  const stop = async () => {
    const gone = once(server, "exit")
    if (server.kill()) await gone
  }
  return { port, stack: { pids: [server.pid ?? 0, postgres], countTrips }, stop }
}
