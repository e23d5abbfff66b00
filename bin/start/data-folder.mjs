import { randomBytes } from "node:crypto"
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import path from "node:path"
import { project, Refusal, sentence } from "./progress.mjs"

const LEAST_SECRET_LENGTH = 32
const LEAST_DIFFERENT_CHARACTERS = 12

/**
 * COLLOQUY_DATA, made on first use. Readable by its owner alone.
 *
 * @param {Record<string, string | undefined>} environment
 */
export function openDataFolder(environment = process.env) {
  const folder = path.resolve(project, environment.COLLOQUY_DATA || ".colloquy")
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw new Refusal(sentence("start.noDataFolder", { folder, reason: error.message }))
  }
  return folder
}

/**
 * The secret that signs sessions: NEXTAUTH_SECRET, else the generated one. Throws for one that is weak or damaged.
 *
 * @param {string} folder
 * @param {Record<string, string | undefined>} environment
 */
export function sessionSecret(folder, environment = process.env) {
  if (environment.NEXTAUTH_SECRET !== undefined) return strong(environment.NEXTAUTH_SECRET, "NEXTAUTH_SECRET")
  const file = path.join(folder, "secrets.json")
  if (!existsSync(file)) {
    const made = { sessionSecret: randomBytes(48).toString("base64url") }
    writeFileSync(file, `${JSON.stringify(made)}\n`, { mode: 0o600, flag: "wx" })
  }
  chmodSync(file, 0o600)
  return strong(readSecret(file), file)
}

// A damaged file is not replaced: that would sign everybody out, and hide what happened.
function readSecret(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).sessionSecret
  } catch {
    return undefined
  }
}

function strong(secret, where) {
  const enough =
    typeof secret === "string" &&
    secret.length >= LEAST_SECRET_LENGTH &&
    new Set(secret).size >= LEAST_DIFFERENT_CHARACTERS
  if (!enough) throw new Refusal(sentence("start.weakSecret", { where }))
  return secret
}
