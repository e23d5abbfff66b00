import "server-only"
import { strToU8, zipSync } from "fflate"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { findPerson } from "@/lib/classroom/server/keeping/erase-person"
import { OWN_FILES } from "@/lib/classroom/server/keeping/own-data-sql"
import { pool } from "@/lib/platform/database"

export type OwnData = {
  zip: Uint8Array
  /** Files of the zip but its README, and the entries in each. */
  files: { path: string; rows: number }[]
}

/**
 * A person takes away everything of theirs. Nobody takes away anybody else's: there is no id to give, and whoever signed in
 * with a password that was handed out, and that others know, chooses their own first.
 */
export async function exportOwnData(
  viewer: Pick<Viewer, "userId" | "mustChangePassword">,
  now: Date,
): Promise<Decision<OwnData>> {
  if (viewer.mustChangePassword) return refuse("forbidden", "people.ownPasswordFirst")
  return allow(await pack(viewer.userId, now))
}

/** `colloquy export-person`: by id, user name or address. The command line stands above the permission table. */
export async function exportPersonCommand(reference: string, now: Date): Promise<Decision<OwnData>> {
  const person = await findPerson(reference)
  return person ? allow(await pack(person.userId, now)) : refuse("missing", "people.personUnknown")
}

/** As of one moment, like a backup. */
async function pack(userId: string, now: Date): Promise<OwnData> {
  const client = await pool().connect()
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
    const entries: Record<string, Uint8Array> = { "README.md": strToU8(readme(now)) }
    const files: OwnData["files"] = []
    for (const { path, text } of OWN_FILES) {
      const values = text.includes("$2") ? [userId, now] : [userId]
      const { rows } = await client.query(text, values)
      entries[path] = strToU8(`${JSON.stringify(rows, null, 2)}\n`)
      files.push({ path, rows: rows.length })
    }
    return { zip: zipSync(entries, { level: 6 }), files }
  } finally {
    await client.query("ROLLBACK")
    client.release()
  }
}

const readme = (now: Date): string => `# What Colloquy holds of you

Taken on ${now.toISOString()}. Each file is JSON: a list, readable with any text editor. Times are UTC.

| file | holds |
|---|---|
| account.json | your account, how you sign in, your devices, what you were granted |
| classes.json | the classes you are or were in, your group, the norms you accepted |
| notes.json, reading.json | your notes beside the text, how far you read, words you looked up |
| answers.json | every quiz you sat, your answers and each save of them, your practice |
| results.json | your scores, comments and appeals, where the results are out; later ones are left out until then |
| posts.json | what you wrote in discussions, under the names you signed with, and what staff did with it |
| said-of-others.json | what you meant when somebody restated you, and reports you made |
| stances.json | your stances. Nobody else has ever been shown them; keep this file to yourself |
| told-to-me.json, made.json, activity.json | what you were told, what you made for others, when you did what |

Not in it: what others wrote, passwords (kept only as a hash) and the right answers of questions. An answer that a device of
yours has not sent yet is on that device alone.
`
