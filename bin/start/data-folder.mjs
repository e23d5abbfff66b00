import { randomBytes } from "node:crypto"
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs"
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
  return keptSecret(folder, "sessionSecret")
}

/**
 * The key that second factors are encrypted with: COLLOQUY_FACTOR_KEY, else the generated one. With another key nobody's
 * authenticator app works any more. Throws for one that is weak or damaged.
 *
 * @param {string} folder
 * @param {Record<string, string | undefined>} environment
 */
export function factorKey(folder, environment = process.env) {
  const given = environment.COLLOQUY_FACTOR_KEY
  return given !== undefined ? strong(given, "COLLOQUY_FACTOR_KEY") : keptSecret(folder, "factorKey")
}

function keptSecret(folder, name) {
  const file = path.join(folder, "secrets.json")
  if (!existsSync(file)) makeSecrets(file)
  const kept = readSecrets(file)
  // A folder from before there was a second factor has no key for it yet.
  if (kept && kept[name] === undefined) replaceSecrets(file, { ...kept, [name]: newSecret() })
  chmodSync(file, 0o600)
  return strong(readSecrets(file)?.[name], file)
}

const newSecret = () => randomBytes(48).toString("base64url")

// All at once, and by whoever comes first: two processes that start on one folder must end with the same ones.
function makeSecrets(file) {
  const draft = writeDraft(file, { sessionSecret: newSecret(), factorKey: newSecret() })
  try {
    linkSync(draft, file)
  } catch (error) {
    if (error.code !== "EEXIST") throw error
  } finally {
    rmSync(draft)
  }
}

// Moved into place whole: a crash half way through would otherwise sign everybody out.
function replaceSecrets(file, secrets) {
  renameSync(writeDraft(file, secrets), file)
}

function writeDraft(file, secrets) {
  const draft = `${file}.${process.pid}`
  // Left by a crash: in a container the number of the process is the same every time.
  rmSync(draft, { force: true })
  writeFileSync(draft, `${JSON.stringify(secrets)}\n`, { mode: 0o600, flag: "wx" })
  return draft
}

// A damaged file is not replaced: that would sign everybody out, and hide what happened.
function readSecrets(file) {
  try {
    const secrets = JSON.parse(readFileSync(file, "utf8"))
    return typeof secrets === "object" && !Array.isArray(secrets) ? (secrets ?? undefined) : undefined
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
