import { execFileSync, spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { closeDatabase } from "@/lib/platform/database"
import { makeBenchSchool } from "../bench/bench-school"
import { call } from "../bench/http-client"
import { loadAnswers } from "../bench/load-answers"
import { openAttempts } from "../bench/saves"
import { startColloquy } from "../support/start-server"
import { countSyncs } from "./read-trace"

// `npm run fdatasync`: watches PostgreSQL's system calls with strace while answers are saved one by one, and looks whether
// the log was on disk (fdatasync had returned) before each acknowledgement went out. Needs strace, and the right to use it.

const SAVES = 50
const folder = mkdtempSync(path.join(os.tmpdir(), "colloquy-fdatasync-"))
const trace = path.join(folder, "trace")
const server = await startColloquy({
  dataFolder: path.join(folder, "data"),
  args: ["--no-demo"],
  environment: { HOST: "127.0.0.1", COLLOQUY_POOL: "1" },
})
try {
  process.env.DATABASE_URL = server.ready.databaseUrl
  const secrets = readFileSync(path.join(server.ready.dataFolder, "secrets.json"), "utf8")
  process.env.NEXTAUTH_SECRET = JSON.parse(secrets).sessionSecret
  const port = Number(new URL(server.ready.address).port)
  const school = await makeBenchSchool(1)
  const [attempt] = await openAttempts(port, school)
  const [answer] = await loadAnswers(school.assignmentId)
  if (!attempt || !answer) throw new Error("nothing to save")
  await closeDatabase()
  const save = (saveNumber: number) =>
    call(port, {
      method: "PUT",
      path: `/api/attempts/${attempt.attemptId}/responses`,
      cookie: attempt.cookie,
      json: { responses: [{ ...answer, saveNumber }] },
    })
  await save(1)
  const strace = await watch(server.ready.dataFolder)
  for (let saveNumber = 2; saveNumber < SAVES + 2; saveNumber++) {
    const { status } = await save(saveNumber)
    if (status !== 200) throw new Error(`a save was answered ${status}`)
  }
  strace.kill("SIGINT")
  await once(strace, "exit")
  const { replies, synced } = countSyncs(readFileSync(trace, "utf8"))
  console.log(
    `${SAVES} saves, ${replies} commits answered by PostgreSQL, ${synced} of them after an fdatasync`,
  )
  process.exitCode = synced === replies && replies >= SAVES ? 0 : 1
} finally {
  await closeDatabase()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}

/** strace on every process of the server, also those to come. */
async function watch(dataFolder: string) {
  const pidFile = path.join(dataFolder, "postgres/cluster/postmaster.pid")
  const postmaster = readFileSync(pidFile, "utf8").split("\n")[0] ?? ""
  const children = execFileSync("ps", ["-o", "pid=", "--ppid", postmaster], { encoding: "utf8" })
  const pids = [postmaster, ...children.trim().split(/\s+/)].flatMap((pid) => ["-p", pid])
  const calls = "trace=fdatasync,fsync,sendto,recvfrom"
  const child = spawn("strace", ["-f", "-s", "4000", "-e", calls, "-o", trace, ...pids], { stdio: "ignore" })
  await sleep(2_000)
  if (child.exitCode !== null) throw new Error("strace could not attach: install it, and run this as root")
  return child
}
