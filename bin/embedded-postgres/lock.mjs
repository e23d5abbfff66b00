import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { setTimeout as sleep } from "node:timers/promises"
import { isAlive } from "./leases.mjs"

// The lock is a file that names its holder. It is written beside and linked into place, so that it is never there without
// its name: not for an instant, not on a full disk. One that is empty all the same was left by a power cut.

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
  while (!take(lock)) {
    if (isAbandoned(readHolder(lock))) putAway(lock)
    else await sleep(25)
  }
}

let drafts = 0

function take(lock) {
  const draft = `${lock}.${process.pid}.${drafts++}`
  try {
    writeFileSync(draft, nameOf(process.pid))
    linkSync(draft, lock)
    return true
  } catch (error) {
    if (error.code !== "EEXIST") throw error
    return false
  } finally {
    rmSync(draft, { force: true })
  }
}

/** A process number comes again, after a restart of the machine or of a container soon: with its start it does not. */
function nameOf(pid) {
  return `${pid} ${startOf(pid)}`
}

// The 22nd field, in ticks since the machine's start; the second is the program's name in brackets, with any letter in it.
function startOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1).split(" ")[19]
  } catch {
    return ""
  }
}

/** The text of the lock; null where there is none any more. */
function readHolder(lock) {
  try {
    return readFileSync(lock, "utf8")
  } catch {
    return null
  }
}

function isAbandoned(holder) {
  if (holder === null) return false
  const pid = Number.parseInt(holder, 10)
  if (!(pid > 0) || !isAlive(pid)) return true
  // Without a start it was written by an earlier version, where only a number that is ours gives it away.
  const [, start] = holder.split(" ")
  return start ? start !== startOf(pid) : pid === process.pid
}

// Somebody else may have put the abandoned one away and taken the lock meanwhile: then theirs is put back.
function putAway(lock) {
  const found = `${lock}.${process.pid}.abandoned`
  try {
    renameSync(lock, found)
    if (!isAbandoned(readHolder(found))) linkSync(found, lock)
  } catch {
    // Gone, or taken again: the next look tells.
  }
  rmSync(found, { force: true })
}
