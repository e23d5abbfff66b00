import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"

// Who uses the server: one file per process, named by its id. A process killed with SIGKILL leaves its file behind,
// which counts for nothing once that process is gone.

export function takeLease({ leases }) {
  mkdirSync(leases, { recursive: true })
  writeFileSync(path.join(leases, String(process.pid)), "")
}

export function dropLease({ leases }) {
  rmSync(path.join(leases, String(process.pid)), { force: true })
}

export function otherLeases({ leases }) {
  mkdirSync(leases, { recursive: true })
  return readdirSync(leases).filter((name) => {
    const alive = isAlive(Number(name))
    if (!alive) rmSync(path.join(leases, name), { force: true })
    return alive && Number(name) !== process.pid
  })
}

export function isAlive(pid) {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (error.code !== "EPERM") return false
  }
  return !isZombie(pid)
}

// In a container whose first process collects no children, the killed stay in the table for good.
function isZombie(pid) {
  try {
    return /^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"))
  } catch {
    return false
  }
}

/** Runs `work` while no other process makes, starts or stops the server of this folder. */
export async function withLock({ folder, lock }, work) {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  await acquire(lock)
  try {
    return await work()
  } finally {
    rmSync(lock, { force: true })
  }
}

async function acquire(lock) {
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: "wx" })
      return
    } catch (error) {
      if (error.code !== "EEXIST") throw error
    }
    if (isAbandoned(lock)) rmSync(lock, { force: true })
    else await sleep(25)
  }
}

function isAbandoned(lock) {
  try {
    const holder = readFileSync(lock, "utf8")
    // Empty for the instant between making the file and writing the id.
    return holder !== "" && (Number(holder) === process.pid || !isAlive(Number(holder)))
  } catch {
    return false
  }
}
