import path from "node:path"
import { pathToFileURL } from "node:url"
import { keepRunning } from "../embedded-postgres/keep-running.mjs"
import { openEmbeddedPostgres } from "../embedded-postgres.mjs"
import { announce } from "./announce.mjs"
import { refuseUnheardAnnouncements } from "./announcements.mjs"
import { buildApp, bundleForDevelopment, generateClient } from "./build.mjs"
import { serverBundle } from "./bundle.mjs"
import { factorKey, openDataFolder, sessionSecret } from "./data-folder.mjs"
import { directDatabaseUrl, refuseLoneDirectUrl } from "./database-urls.mjs"
import { fillEmptySchool, hasDemonstrationPeople } from "./first-start.mjs"
import { applyMigrations } from "./migrations.mjs"
import { refuseHalfOidc } from "./oidc.mjs"
import { Refusal, say, sentence, step } from "./progress.mjs"

/** Prepares everything and serves until it is told to stop. */
export async function runServer(wanted) {
  const closing = closeOnSignal()
  try {
    await prepareAndServe(wanted, closing)
  } catch (error) {
    await closing.all()
    if (error.code === "EADDRINUSE") throw new Refusal(sentence("start.portTaken", portParams(wanted)))
    throw error
  }
}

const portParams = ({ port }) => ({ port, next: port + 1 })

async function prepareAndServe(wanted, closing) {
  const folder = openDataFolder()
  process.env.COLLOQUY_DATA = folder
  refuseHalfOidc()
  refuseLoneDirectUrl()
  process.env.NEXTAUTH_SECRET = sessionSecret(folder)
  process.env.COLLOQUY_FACTOR_KEY = factorKey(folder)
  // The address is whatever the browser asked for: a classroom's server has no fixed name.
  process.env.AUTH_TRUST_HOST ??= "true"
  process.env.NEXT_TELEMETRY_DISABLED ??= "1"
  process.env.NODE_ENV = wanted.development ? "development" : "production"
  if (process.env.DATABASE_URL) await refuseUnheardAnnouncements()
  process.env.DATABASE_URL ||= await openOwnDatabase(folder, closing)
  await generateClient()
  await applyMigrations(directDatabaseUrl(), wanted)
  await (wanted.development ? bundleForDevelopment() : buildApp())
  const setUpPath = await fillEmptySchool(wanted, folder)
  const host =
    wanted.host ?? ((await hasDemonstrationPeople(process.env.DATABASE_URL)) ? "127.0.0.1" : "0.0.0.0")
  const { serve } = await import(pathToFileURL(serverBundle).href)
  const server = await serve({ development: wanted.development, hostname: host, port: wanted.port })
  closing.first(() => server.stop())
  announce({ folder, host, port: server.port, setUpPath })
  tellParent({ host, port: server.port, folder })
}

/** Tests and the bench start us as a child and wait for this. */
function tellParent({ host, port, folder }) {
  const address = `http://${host === "0.0.0.0" ? "127.0.0.1" : host}:${port}`
  process.send?.({ address, databaseUrl: process.env.DATABASE_URL, dataFolder: folder })
}

async function openOwnDatabase(folder, closing) {
  const open = () => openEmbeddedPostgres({ folder: path.join(folder, "postgres") })
  const server = await step(sentence("start.database"), open)
  const onReturn = (again) => {
    process.env.DATABASE_URL = again.urlOf("colloquy")
    say(sentence("start.databaseAgain"))
  }
  const watch = keepRunning(server, { open, onReturn })
  closing.last(() => watch.release())
  return server.urlOf("colloquy")
}

/** Ctrl-C at any moment ends what was begun: requests are answered first, the database stops last. */
function closeOnSignal() {
  const steps = []
  let closing
  const all = async () => {
    for (const end of steps) await end()
  }
  const close = async () => {
    // npm passes Ctrl-C on, so that it comes twice.
    if (closing) return
    say(sentence("start.stopping"))
    closing = all()
    await closing
    process.exit(0)
  }
  process.on("SIGINT", close)
  process.on("SIGTERM", close)
  // Started by a test or the bench that is gone: nobody else would stop us.
  process.on("disconnect", close)
  return { all, first: (end) => steps.unshift(end), last: (end) => steps.push(end) }
}
