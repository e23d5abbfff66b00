import { spawn, spawnSync } from "node:child_process"
import { randomBytes } from "node:crypto"
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import net, { type AddressInfo } from "node:net"
import os from "node:os"
import path from "node:path"
import { serverAccount } from "../../bin/embedded-postgres/binaries.mjs"
import { connectionUrl, waitUntilAnswering } from "../../bin/embedded-postgres/connection.mjs"
import { openEmbeddedPostgres } from "../../bin/embedded-postgres.mjs"

/** A PostgreSQL of a test's own. */
export type TestPostgres = {
  port: number
  password: string
  urlOf: (database: string) => string
  stop: () => Promise<void>
}

/** Whom servers run as; nothing where we are not root. */
type Account = { uid?: number; gid?: number }

/** Nobody but a test's own processes looks into these; PostgreSQL and PgBouncer refuse root, so that they are handed on. */
export function makeServerFolder(name: string): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), `colloquy-${name}-`))
  giveToServer(folder)
  return folder
}

export function giveToServer(target: string): void {
  const { uid, gid } = serverAccount() as Account
  if (uid !== undefined && gid !== undefined) chownSync(target, uid, gid)
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = net.createServer()
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}

const INSTALLED = "/usr/lib/postgresql"

/** The oldest major version that Debian's packages brought; null where there is none. */
function installedMajor(): string | null {
  const versions = existsSync(INSTALLED) ? readdirSync(INSTALLED).sort((a, b) => Number(a) - Number(b)) : []
  return versions.find((version) => existsSync(path.join(INSTALLED, version, "bin/postgres"))) ?? null
}

/** The PostgreSQL a school's machine would have: Debian's where it is installed, else the embedded one. */
export async function startPostgres(): Promise<TestPostgres> {
  return (await startDebianPostgres()) ?? startEmbedded()
}

async function startEmbedded(): Promise<TestPostgres> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "colloquy-postgres-"))
  const server = await openEmbeddedPostgres({ folder, settings: { fsync: "off" } })
  const password = decodeURIComponent(new URL(server.urlOf("postgres")).password)
  const stop = async () => {
    await server.release()
    rmSync(folder, { recursive: true, force: true })
  }
  return { port: server.port, password, urlOf: server.urlOf, stop }
}

/** Debian's PostgreSQL and its major version, or null where it is not installed. */
export async function startDebianPostgres(): Promise<(TestPostgres & { major: string }) | null> {
  const major = installedMajor()
  if (!major) return null
  const binaries = path.join(INSTALLED, major, "bin")
  const folder = makeServerFolder("postgres")
  const password = randomBytes(16).toString("hex")
  const passwordFile = path.join(folder, "password")
  writeFileSync(passwordFile, password)
  giveToServer(passwordFile)
  const data = path.join(folder, "data")
  const access = ["--username=postgres", "--auth=scram-sha-256", `--pwfile=${passwordFile}`]
  const env: NodeJS.ProcessEnv = { ...process.env, LC_ALL: "C.UTF-8" }
  const options = { ...(serverAccount() as Account), cwd: folder, env }
  const made = spawnSync(path.join(binaries, "initdb"), ["-D", data, "-E", "UTF8", ...access], options)
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`)
  const port = await freePort()
  const settings = {
    port: String(port),
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    fsync: "off",
    max_connections: "200",
  }
  const args = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])
  const server = spawn(path.join(binaries, "postgres"), ["-D", data, ...args], {
    ...options,
    stdio: "ignore",
  })
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()))
  const urlOf = (database: string) => connectionUrl({ port, password, database })
  await untilAnswering(urlOf("postgres"))
  const stop = async () => {
    server.kill("SIGINT")
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  return { major, port, password, urlOf, stop }
}

/** A server that begins refuses connections before it answers that it is starting up. */
async function untilAnswering(url: string): Promise<void> {
  for (const giveUpAt = Date.now() + 60_000; ; await new Promise((resolve) => setTimeout(resolve, 50)))
    try {
      return await waitUntilAnswering(url, () => {})
    } catch (error) {
      if (Date.now() > giveUpAt) throw error
    }
}
