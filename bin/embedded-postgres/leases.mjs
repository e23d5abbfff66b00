import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"

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
