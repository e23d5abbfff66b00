import { randomBytes } from "node:crypto"
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { prepareBinaries, serverAccount } from "./embedded-postgres/binaries.mjs"
import { createCluster } from "./embedded-postgres/cluster.mjs"
import { connectionUrl, createMissingDatabase, waitUntilAnswering } from "./embedded-postgres/connection.mjs"
import { dropLease, otherLeases, takeLease } from "./embedded-postgres/leases.mjs"
import { withLock } from "./embedded-postgres/lock.mjs"
import { findRunningServer, startServer, stopServer } from "./embedded-postgres/server.mjs"

const FIND_ATTEMPTS = 10

/**
 * @typedef {object} EmbeddedPostgres
 * @property {boolean} startedHere false when a server of this folder was found running
 * @property {number} port
 * @property {number} pid of the postmaster
 * @property {(database: string) => string} urlOf
 * @property {() => Promise<boolean>} release gives the server back; the last one out stops it and gets true
 */

/**
 * The PostgreSQL of this folder: made on first use, started, or found again when it still runs (its starter was killed).
 * Listens on 127.0.0.1 only, on a port of its own, with a generated password.
 *
 * @param {object} options
 * @param {string} options.folder holds the cluster, its password, port and log
 * @param {string} [options.database] made when missing
 * @param {Record<string, string>} [options.settings] server settings, used when it is started here
 * @param {(sentence: string) => void} [options.say] told what takes long
 * @returns {Promise<EmbeddedPostgres>}
 */
export async function openEmbeddedPostgres({ folder, database = "colloquy", settings = {}, say = () => {} }) {
  const place = placeOf(path.resolve(folder))
  return withLock(place, async () => {
    const { server, startedHere } = await findOrStart(place, settings, say)
    takeLease(place)
    const { port, pid } = server
    const urlOf = (name) => urlAt(server, name)
    await createMissingDatabase(urlOf("postgres"), database)
    return { startedHere, port, pid, urlOf, release: () => release(place) }
  })
}

const urlAt = ({ port, password }, database) => connectionUrl({ port, password, database })

async function findOrStart(place, settings, say) {
  for (let attempt = 1; ; attempt++) {
    const found = await findRunningServer(place)
    const server = found ?? (await makeAndStart(place, settings, say))
    try {
      await waitUntilAnswering(urlAt(server, "postgres"), say)
      return { server, startedHere: !found }
    } catch (error) {
      // Killed a moment ago, a server still looks alive: its process is there and its file says "ready".
      if (!found || attempt === FIND_ATTEMPTS) throw error
      await sleep(50 * attempt)
    }
  }
}

/** Stops the server of this folder whoever uses it. False when none ran. */
export async function stopEmbeddedPostgres(folder) {
  const place = placeOf(path.resolve(folder))
  if (!existsSync(place.folder)) return false
  return withLock(place, () => stopServer(place))
}

function makeAndStart(place, settings, say) {
  const account = serverAccount()
  const binaries = prepareBinaries({ account, besideData: path.join(place.folder, "binaries") })
  if (!existsSync(place.cluster)) {
    say("Making the database")
    createCluster({ place, account, binaries })
  }
  return startServer({ place, account, binaries, settings })
}

function release(place) {
  return withLock(place, async () => {
    dropLease(place)
    if (otherLeases(place).length > 0) return false
    return stopServer(place)
  })
}

function placeOf(folder) {
  const place = {
    folder,
    cluster: path.join(folder, "cluster"),
    leases: path.join(folder, "leases"),
    lock: path.join(folder, "lock"),
    portFile: path.join(folder, "port"),
    log: path.join(folder, "server.log"),
    passwordFile: path.join(folder, "password"),
    password: () => passwordOf(place),
  }
  return place
}

function passwordOf({ folder, passwordFile }) {
  if (!existsSync(passwordFile)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    writeFileSync(passwordFile, randomBytes(24).toString("base64url"), { mode: 0o600 })
  }
  return readFileSync(passwordFile, "utf8")
}
