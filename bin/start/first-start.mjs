import { existsSync } from "node:fs"
import path from "node:path"
import { project, sentence, step } from "./progress.mjs"
import { query } from "./query.mjs"
import { runQuietly } from "./run-program.mjs"

/**
 * On an empty database: the demonstration class where it is wanted, else nothing but a one-time link for whoever sets
 * the school up. Answers that link's path, or null.
 */
export async function fillEmptySchool({ demonstration }) {
  const { rows } = await query(process.env.DATABASE_URL, 'SELECT 1 FROM "School" LIMIT 1')
  if (rows.length > 0) return null
  if (demonstration) {
    await step(sentence("start.demonstration"), () => runTypeScript("demonstration", "bin/start/seed.ts"))
    return null
  }
  return (await runTypeScript("set-up-link", "bin/start/print-setup-link.ts")).trim()
}

/** Whether people whose passwords lie in a file may sign in here. */
export async function hasDemonstrationPeople(url) {
  const { rows } = await query(
    url,
    'SELECT 1 FROM "User" WHERE demonstration AND "disabledAt" IS NULL LIMIT 1',
  )
  return rows.length > 0
}

/** Runs a TypeScript file of the project, and answers what it printed. */
function runTypeScript(name, file) {
  if (!existsSync(path.join(project, file))) return ""
  return runQuietly(name, process.execPath, ["--import", "tsx", "--conditions=react-server", file])
}
