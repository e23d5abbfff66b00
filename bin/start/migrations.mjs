import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { oneAtATime } from "./one-at-a-time.mjs"
import { project, Refusal, sentence, step } from "./progress.mjs"
import { query } from "./query.mjs"
import { packageProgram, runQuietly } from "./run-program.mjs"

const folder = path.join(project, "prisma/migrations")

/**
 * Applies what is missing, by whoever of several processes comes first. Asks the database before, because Prisma's command
 * takes seconds to say "nothing to do". The address is PostgreSQL's own: Prisma's locks do not hold through a pooler.
 * A database with a school in it is backed up first.
 *
 * @param {string | undefined} url
 * @param {object} how
 * @param {boolean} how.reset empties a database whose migrations were edited since
 * @param {() => Promise<void>} [how.before] may refuse, before anything is changed
 * @param {boolean} [how.backsUp] false for a database that nobody would miss
 */
export async function applyMigrations(url, { reset, before = async () => {}, backsUp = true }) {
  if ((await stateOf(url)) === "same") return
  await before()
  await oneAtATime(url, () => bringUpToDate(url, { reset, backsUp }))
}

const stateOf = async (url) => compareMigrations(migrationsOfProject(), await appliedMigrations(url))

async function bringUpToDate(url, { reset, backsUp }) {
  const applied = await appliedMigrations(url)
  const state = compareMigrations(migrationsOfProject(), applied)
  if (state === "changed" && !reset) throw new Refusal(sentence("start.changedMigration"))
  if (state === "changed") await step(sentence("start.resetting"), () => emptyDatabase(url))
  const upgrades = state === "behind" && applied.length > 0
  if (upgrades && backsUp && (await hasSchool(url)))
    await step(sentence("start.backingUp"), () => backUpFirst(url))
  if (state !== "same") await step(sentence("start.migrating"), () => deploy(url))
}

/**
 * @param {{name: string, checksum: string}[]} wanted
 * @param {{name: string, checksum: string}[]} applied
 * @returns {"same" | "behind" | "changed"} changed: a migration was edited after it was applied here
 */
export function compareMigrations(wanted, applied) {
  const checksums = new Map(applied.map(({ name, checksum }) => [name, checksum]))
  if (wanted.some(({ name, checksum }) => checksums.has(name) && checksums.get(name) !== checksum))
    return "changed"
  return wanted.every(({ name }) => checksums.has(name)) ? "same" : "behind"
}

function migrationsOfProject() {
  return readdirSync(folder)
    .filter((name) => existsSync(path.join(folder, name, "migration.sql")))
    .map((name) => {
      const script = readFileSync(path.join(folder, name, "migration.sql"))
      return { name, checksum: createHash("sha256").update(script).digest("hex") }
    })
}

async function appliedMigrations(url) {
  const text = `SELECT migration_name AS name, checksum FROM _prisma_migrations
                WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`
  try {
    return (await query(url, text)).rows
  } catch (error) {
    if (error.code === "42P01") return []
    throw new Refusal(sentence("start.noDatabase", { reason: error.message || error.code }))
  }
}

async function hasSchool(url) {
  return (await query(url, 'SELECT 1 FROM "School"')).rows.length > 0
}

/** Where it fails nothing is migrated, and nothing is started. */
function backUpFirst(url) {
  const program = path.join(import.meta.dirname, "back-up-first.ts")
  return runQuietly("backup", process.execPath, ["--import", "tsx", program], { DATABASE_URL: url })
}

async function emptyDatabase(url) {
  await query(url, "DROP SCHEMA public CASCADE")
  await query(url, "CREATE SCHEMA public")
}

function deploy(url) {
  return runQuietly("migrate", packageProgram("prisma"), ["migrate", "deploy"], { DATABASE_URL: url })
}
