import { type ChildProcess, spawn } from "node:child_process"
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import pg from "pg"
import { serverAccount } from "../../bin/embedded-postgres/binaries.mjs"
import { connectionUrl } from "../../bin/embedded-postgres/connection.mjs"
import { freePort, giveToServer, makeServerFolder, type TestPostgres } from "./debian-postgres"

const example = path.resolve(import.meta.dirname, "../../docs/deploying/pgbouncer.ini")

/** Debian's, or null where it is not installed. */
export const findPgBouncer = (): string | null =>
  ["/usr/sbin/pgbouncer", "/usr/bin/pgbouncer"].find((file) => existsSync(file)) ?? null

export type Pooler = {
  url: string
  /** Kills it, and starts another at the same port. */
  restart: () => Promise<void>
  stop: () => Promise<void>
}

/**
 * PgBouncer in transaction mode before a PostgreSQL, with the settings of docs/deploying/pgbouncer.ini: only addresses, files
 * and TLS are the test's own.
 */
export async function startPgBouncer(
  program: string,
  postgres: Pick<TestPostgres, "port" | "password">,
  database = "colloquy",
): Promise<Pooler> {
  const folder = makeServerFolder("pgbouncer")
  const port = await freePort()
  const file = path.join(folder, "pgbouncer.ini")
  const users = path.join(folder, "userlist.txt")
  writeFileSync(users, `"postgres" "${postgres.password}"\n`)
  writeFileSync(file, configOf({ port, users, postgresPort: postgres.port, database }))
  for (const made of [users, file]) giveToServer(made)
  const url = connectionUrl({ port, password: postgres.password, database: "colloquy" })
  const start = async () => {
    const child = spawn(program, [file], { ...serverAccount(), cwd: folder, stdio: "ignore" })
    await untilAnswering(url)
    return child
  }
  let child = await start()
  const restart = async () => {
    await end(child, "SIGKILL")
    child = await start()
  }
  const stop = async () => {
    await end(child, "SIGTERM")
    rmSync(folder, { recursive: true, force: true })
  }
  return { url, restart, stop }
}

type Own = { port: number; users: string; postgresPort: number; database: string }

function configOf({ port, users, postgresPort, database }: Own): string {
  const own: Record<string, string> = {
    colloquy: `host=127.0.0.1 port=${postgresPort} dbname=${database}`,
    listen_addr: "127.0.0.1",
    listen_port: String(port),
    unix_socket_dir: "",
    auth_file: users,
    server_tls_sslmode: "disable",
    logfile: "",
    pidfile: "",
  }
  return readFileSync(example, "utf8").replace(/^(\w+) = .*$/gm, (line, name: string) =>
    name in own ? `${name} = ${own[name]}` : line,
  )
}

function end(child: ChildProcess, signal: "SIGKILL" | "SIGTERM"): Promise<void> {
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()))
  child.kill(signal)
  return ended
}

async function untilAnswering(url: string): Promise<void> {
  for (const giveUpAt = Date.now() + 30_000; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
    const client = new pg.Client({ connectionString: url })
    client.on("error", () => {})
    try {
      await client.connect()
      await client.query("SELECT 1")
      return
    } catch (error) {
      if (Date.now() > giveUpAt) throw error
    } finally {
      await client.end().catch(() => {})
    }
  }
}
