import "server-only"
import { statSync } from "node:fs"
import { readdir, statfs } from "node:fs/promises"
import path from "node:path"
import { pool } from "@/lib/platform/database"
import { mailSettings } from "@/lib/platform/environment"
import { checkReadiness } from "@/lib/platform/health"
import { jobFinding } from "@/lib/platform/telemetry/check-jobs"
import { type Finding, type FindingName, findingNames } from "@/lib/platform/telemetry/finding"

/** How long one check may take, in milliseconds: one that hangs must not hide the others. */
const PATIENCE = 5_000
const GIGABYTE = 1024 ** 3
/** With less free than this an operator should make room; with much less the server says it is not ready. */
const ROOM = 2 * GIGABYTE
const PRIVATE_FILES = ["secrets.json", "demo-sign-ins.json", "postgres/password"]

const checks: Record<FindingName, () => Finding | Promise<Finding>> = {
  database: checkDatabase,
  connections: checkConnections,
  migrations: checkMigrations,
  disk: checkDisk,
  folder: checkFolder,
  mail: checkMail,
  jobs: jobFinding,
}

/** Everything an operator looks at first. For the status page and for `colloquy doctor`; a check that fails is a finding. */
export const checkOperation = (): Promise<Finding[]> => Promise.all(findingNames.map(patiently))

async function patiently(name: FindingName): Promise<Finding> {
  const failed: Finding = { name, state: "failed", code: `${name}Unknown` }
  const late = new Promise<Finding>((resolve) => setTimeout(() => resolve(failed), PATIENCE).unref())
  const check = async () => checks[name]()
  return Promise.race([check().catch(() => failed), late])
}

async function checkDatabase(): Promise<Finding> {
  const { checks } = await checkReadiness()
  const probe = checks.find(({ name }) => name === "database")
  if (probe?.state !== "ok") return { name: "database", state: "failed", code: "databaseUnknown" }
  const { rows } = await pool().query<{ version: string; bytes: string }>(
    `SELECT current_setting('server_version') AS version, pg_database_size(current_database()) AS bytes`,
  )
  const { version = "", bytes = 0 } = rows[0] ?? {}
  const megabytes = Math.round(Number(bytes) / 1024 ** 2)
  const params = { version: version.split(" ")[0] ?? "", megabytes, milliseconds: probe.milliseconds }
  return { name: "database", state: "ok", code: "database", params }
}

async function checkConnections(): Promise<Finding> {
  const { rows } = await pool().query<{ used: number; most: number }>(
    `SELECT count(*)::int AS used, current_setting('max_connections')::int AS most
     FROM pg_stat_activity WHERE backend_type = 'client backend'`,
  )
  const { used = 0, most = 0 } = rows[0] ?? {}
  const isShort = used > most * 0.9
  const code = isShort ? "connectionsShort" : "connections"
  return { name: "connections", state: isShort ? "failed" : "ok", code, params: { used, most } }
}

/** Those of this program against those of the database. */
async function checkMigrations(): Promise<Finding> {
  const entries = await readdir(path.join(process.cwd(), "prisma/migrations"), { withFileTypes: true })
  const wanted = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  const { rows } = await pool().query<{ name: string }>(
    `SELECT migration_name AS name FROM _prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
  )
  const applied = new Set(rows.map(({ name }) => name))
  const missing = wanted.filter((name) => !applied.has(name)).length
  const newer = [...applied].filter((name) => !wanted.includes(name)).length
  const found = (state: Finding["state"], code: string, count: number): Finding => {
    return { name: "migrations", state, code, params: { count } }
  }
  if (missing > 0) return found("failed", "migrationsMissing", missing)
  return newer > 0 ? found("failed", "migrationsNewer", newer) : found("ok", "migrations", applied.size)
}

async function checkDisk(): Promise<Finding> {
  const { bavail, bsize } = await statfs(process.env.COLLOQUY_DATA ?? ".")
  const free = bavail * bsize
  const params = { gigabytes: Math.round((free / GIGABYTE) * 10) / 10 }
  const { checks } = await checkReadiness()
  if (checks.some(({ name, state }) => name === "disk" && state === "failed"))
    return { name: "disk", state: "failed", code: "diskFull", params }
  return free < ROOM
    ? { name: "disk", state: "note", code: "diskShort", params }
    : { name: "disk", state: "ok", code: "disk", params }
}

function checkFolder(): Finding {
  const folder = process.env.COLLOQUY_DATA ?? ".colloquy"
  const exposed = PRIVATE_FILES.filter((name) => isReadByOthers(path.join(folder, name)))
  if (exposed.length === 0) return { name: "folder", state: "ok", code: "folder", params: { folder } }
  return { name: "folder", state: "failed", code: "folderExposed", params: { files: exposed.join(", ") } }
}

const isReadByOthers = (file: string): boolean =>
  ((statSync(file, { throwIfNoEntry: false })?.mode ?? 0) & 0o077) !== 0

function checkMail(): Finding {
  try {
    return mailSettings()
      ? { name: "mail", state: "ok", code: "mail" }
      : { name: "mail", state: "note", code: "mailUnset" }
  } catch {
    return { name: "mail", state: "failed", code: "mailHalfSet" }
  }
}
