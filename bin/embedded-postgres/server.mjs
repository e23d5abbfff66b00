import { execFileSync, spawn } from "node:child_process"
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs"
import net from "node:net"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { dataFolderArguments, serverEnvironment } from "./cluster.mjs"
import { isAlive } from "./leases.mjs"

const START_ATTEMPTS = 5
const START_MS = 120_000
const STOP_MS = 60_000
const LOG_BYTES = 10_000_000

// Loopback only. Durability is PostgreSQL's default (fsync, synchronous_commit), written down so that nobody wonders.
const defaults = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  fsync: "on",
  synchronous_commit: "on",
  full_page_writes: "on",
  // Reads go through the page cache anyway; three worker processes fewer.
  io_method: "sync",
  // Our statements are short: compiling them costs more than it saves.
  jit: "off",
  timezone: "UTC",
  log_timezone: "UTC",
  // A statement that failed is the app's to log: here it would stand with the row that was refused, and so with people's words.
  log_min_messages: "log",
}

/** The server of this folder that already runs, also one whose starter was killed; null where there is none. */
export async function findRunningServer(place) {
  const server = await settledServer(place)
  return server && { ...server, password: place.password() }
}

export async function startServer({ place, account, binaries, settings }) {
  for (let attempt = 1; ; attempt++) {
    const port = await choosePort(place)
    const child = launch({ place, account, binaries, settings: { ...defaults, ...settings, port } })
    const ready = await waitUntilReady(place, child)
    if (ready) {
      rememberPort(place, port)
      return { port, pid: child.pid, password: place.password() }
    }
    if (attempt === START_ATTEMPTS) throw new Error(`PostgreSQL does not start:\n${endOfLog(place)}`)
    // After a SIGKILL of the postmaster its children need a moment to see it and let go of the shared memory.
    await sleep(200 * attempt)
  }
}

/** Fast shutdown: transactions are rolled back, everything acknowledged is on disk. False when none ran. */
export async function stopServer(place) {
  const server = readPidFile(place)
  if (!server || !isPostgresOf(place, server.pid)) return false
  process.kill(server.pid, "SIGINT")
  if (await isGone(server.pid, STOP_MS)) return true
  process.kill(server.pid, "SIGQUIT")
  return isGone(server.pid, STOP_MS)
}

async function settledServer(place) {
  for (const giveUpAt = Date.now() + START_MS; Date.now() < giveUpAt; ) {
    const server = readPidFile(place)
    if (!server) return null
    if (!isPostgresOf(place, server.pid)) {
      // Left by a killed server; the number may belong to a stranger by now, whom PostgreSQL would take for itself.
      rmSync(path.join(place.cluster, "postmaster.pid"), { force: true })
      return null
    }
    if (server.state === "ready") return server
    await sleep(20)
  }
  throw new Error(`A PostgreSQL of ${place.cluster} neither starts nor stops:\n${endOfLog(place)}`)
}

// postmaster.pid: process, data folder, start time, port, socket folder, address, shared memory, state
function readPidFile(place) {
  try {
    const lines = readFileSync(path.join(place.cluster, "postmaster.pid"), "utf8").split("\n")
    return { pid: Number(lines[0]), port: Number(lines[3]), state: (lines[7] ?? "").trim() }
  } catch {
    return null
  }
}

function isPostgresOf(place, pid) {
  if (!(pid > 0) || !isAlive(pid)) return false
  if (process.platform !== "linux") return runsPostgres(pid)
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(place.cluster)
  } catch {
    return false
  }
}

function runsPostgres(pid) {
  try {
    return execFileSync("ps", ["-p", String(pid), "-o", "command="], { encoding: "utf8" }).includes(
      "postgres",
    )
  } catch {
    return false
  }
}

function launch({ place, account, binaries, settings }) {
  if (existsSync(place.log) && statSync(place.log).size > LOG_BYTES) truncateSync(place.log)
  const log = openSync(place.log, "a", 0o600)
  const { cwd, dataFolder } = dataFolderArguments(place.cluster, account)
  const options = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])
  // Detached: Ctrl-C in the terminal must reach the app alone, which still needs the database to finish its requests.
  const child = spawn(path.join(binaries, "postgres"), ["-D", dataFolder, ...options], {
    ...account,
    cwd,
    env: serverEnvironment,
    detached: true,
    stdio: ["ignore", log, log],
  })
  closeSync(log)
  child.on("error", () => {})
  child.unref()
  return child
}

async function waitUntilReady(place, child) {
  for (const giveUpAt = Date.now() + START_MS; Date.now() < giveUpAt; await sleep(10)) {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return false
    const server = readPidFile(place)
    if (server?.pid === child.pid && server.state === "ready") return true
  }
  return false
}

async function isGone(pid, patienceMs) {
  for (const giveUpAt = Date.now() + patienceMs; Date.now() < giveUpAt; await sleep(10))
    if (!isAlive(pid)) return true
  return false
}

// On a full disk a file that is written anew is emptied first: what stands there already is left alone.
function rememberPort({ portFile }, port) {
  if (existsSync(portFile) && readFileSync(portFile, "utf8") === String(port)) return
  writeFileSync(portFile, String(port))
}

/** The port of last time when it is free, else any free one: two copies of the project run side by side. */
async function choosePort({ portFile }) {
  const remembered = existsSync(portFile) ? Number(readFileSync(portFile, "utf8")) : 0
  return (remembered && (await freePort(remembered))) || freePort(0)
}

function freePort(port) {
  return new Promise((resolve) => {
    const probe = net.createServer()
    probe.once("error", () => resolve(0))
    probe.listen({ port, host: "127.0.0.1" }, () => {
      const { port: found } = probe.address()
      probe.close(() => resolve(found))
    })
  })
}

function endOfLog({ log }) {
  return existsSync(log) ? readFileSync(log, "utf8").split("\n").slice(-15).join("\n") : "(no log)"
}
