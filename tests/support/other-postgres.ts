import { execFileSync, spawn, spawnSync } from "node:child_process"
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs"
import os from "node:os"
import path from "node:path"

export type OtherServer = { major: string; createDatabase: (name: string) => string; stop: () => void }

const INSTALLED = "/usr/lib/postgresql"
const NOBODY = 65534

/**
 * A server of the major version that Debian's package brought, in a folder that goes with it; null where there is none. It
 * listens on a socket in that folder alone.
 */
export function openOtherServer(): OtherServer | null {
  const majors = existsSync(INSTALLED) ? readdirSync(INSTALLED).filter((name) => name !== "18") : []
  const major = majors.sort().at(-1)
  if (!major || !existsSync(path.join(INSTALLED, major, "bin/postgres"))) return null
  const folder = mkdtempSync(path.join(os.tmpdir(), "colloquy-other-"))
  const isRoot = process.getuid?.() === 0
  if (isRoot) chownSync(folder, NOBODY, NOBODY)
  const account = isRoot ? { uid: NOBODY, gid: NOBODY } : {}
  const program = (name: string) => path.join(INSTALLED, major, "bin", name)
  const data = path.join(folder, "data")
  const options = { ...account, cwd: folder, stdio: "ignore" as const }
  execFileSync(
    program("initdb"),
    ["-D", data, "-U", "postgres", "--auth=trust", "--locale=C", "-E", "UTF8"],
    options,
  )
  const settings = ["-c", "listen_addresses=", "-c", `unix_socket_directories=${folder}`, "-c", "fsync=off"]
  const server = spawn(program("postgres"), ["-D", data, ...settings], options)
  waitFor(program("pg_isready"), folder)
  const urlOf = (name: string) => `postgresql://postgres@localhost/${name}?host=${encodeURIComponent(folder)}`
  return {
    major,
    createDatabase(name) {
      execFileSync(program("createdb"), ["-h", folder, "-U", "postgres", name])
      return urlOf(name)
    },
    stop() {
      server.kill("SIGINT")
      server.once("exit", () => rmSync(folder, { recursive: true, force: true }))
    },
  }
}

function waitFor(isReady: string, folder: string): void {
  for (const giveUpAt = Date.now() + 60_000; Date.now() < giveUpAt; ) {
    if (spawnSync(isReady, ["-h", folder]).status === 0) return
    spawnSync("sleep", ["0.1"])
  }
  throw new Error("the other PostgreSQL does not start")
}
