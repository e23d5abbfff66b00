import { existsSync } from "node:fs"
import path from "node:path"
import { directDatabaseUrl } from "./database-urls.mjs"
import { oneAtATime } from "./one-at-a-time.mjs"
import { sentence, step } from "./progress.mjs"
import { query } from "./query.mjs"
import { runQuietly } from "./run-program.mjs"

/**
 * On an empty database: the demonstration class where it is wanted, else nothing but a one-time link for whoever sets
 * the school up. Answers that link's path, or null.
 */
export async function fillEmptySchool(wanted, folder) {
  const url = directDatabaseUrl()
  if (!wanted.demonstration && (await hasSchoolAt(url))) return null
  return oneAtATime(url, () => fill(wanted, { url, folder }))
}

const hasSchoolAt = async (url) => (await query(url, 'SELECT 1 FROM "School" LIMIT 1')).rows.length > 0

async function fill({ demonstration }, { url, folder }) {
  const hasSchool = await hasSchoolAt(url)
  if (!hasSchool && !demonstration) return (await runTypeScript("set-up-link", "print-setup-link.ts")).trim()
  if (demonstration && (!hasSchool || (await hasLostSignIns(url, folder))))
    await step(sentence("start.demonstration"), () => runTypeScript("demonstration", "seed.ts"))
  return null
}

/** Whether people whose passwords lie in a file may sign in here. */
export async function hasDemonstrationPeople(url) {
  const statement = 'SELECT 1 FROM "User" WHERE demonstration AND "disabledAt" IS NULL LIMIT 1'
  return (await query(url, statement)).rows.length > 0
}

// The file may be gone, or never have been written: filling in again only hands out new passwords.
async function hasLostSignIns(url, folder) {
  return !existsSync(path.join(folder, "demo-sign-ins.json")) && hasDemonstrationPeople(url)
}

/** Runs a TypeScript file of this folder, and answers what it printed. */
function runTypeScript(name, file) {
  const program = path.join(import.meta.dirname, file)
  return runQuietly(name, process.execPath, ["--import", "tsx", "--conditions=react-server", program])
}
