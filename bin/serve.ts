import type { AddressInfo } from "node:net"
import next from "next"
import { fastRoutes } from "@/app/fast-routes"
import { sharedPages } from "@/app/shared-pages"
import { sendDigests } from "@/lib/discussion/server/send-digests"
import { now } from "@/lib/platform/clock"
import { closeDatabase } from "@/lib/platform/database"
import { drain } from "@/lib/platform/drain"
import { mailSettings, oidcSettings, settings } from "@/lib/platform/environment"
import { closeEventStreams } from "@/lib/platform/event-stream"
import { createFrontServer } from "@/lib/platform/front-server"
import { closeMail } from "@/lib/platform/mail"
import { closeListener } from "@/lib/platform/notifications"
import { holdConsole } from "@/lib/platform/telemetry/hold-console"
import { startJob } from "@/lib/platform/telemetry/jobs"
import { closeOverdueAttempts } from "@/lib/quiz/server/close-overdue-attempts"

// The part of the process that owns HTTP. bin/start.mjs prepares everything it needs, packs it into one file and runs it.

/** How often attempts past their deadline are closed, in milliseconds. Any read closes its own attempt at once. */
const SWEEP_EVERY = 5_000
/** How often mails of the day that are due are looked for, in milliseconds. */
const DIGESTS_EVERY = 5 * 60_000
/** How long requests under way may take to end after a signal, in milliseconds. */
const DRAIN_FOR = 10_000
/** How often streams that begin meanwhile are ended, in milliseconds. */
const STREAMS_EVERY = 200

export type Serving = {
  port: number
  /** Takes no new request, answers those under way, closes the connections to the database. */
  stop: () => Promise<void>
}

/** Serves until `stop`. Rejects with EADDRINUSE where the port is taken. */
export async function serve(where: {
  development: boolean
  hostname: string
  port: number
}): Promise<Serving> {
  const { development, hostname, port } = where
  settings()
  oidcSettings()
  mailSettings()
  const app = next({ dev: development, dir: process.cwd(), hostname, port, quiet: !development })
  const server = createFrontServer({
    // In development Next answers them by their route.ts files, which it reloads when they change.
    fastRoutes: development ? [] : fastRoutes,
    sharedPages: development ? [] : sharedPages,
    next: (request, response) => app.getRequestHandler()(request, response),
    development,
    trustProxy: process.env.TRUST_PROXY === "1",
  })
  server.keepAliveTimeout = 65_000
  await Promise.all([app.prepare(), listen(server, hostname, port)])
  // In development errors are printed whole, for whoever works on the code.
  if (!development) holdConsole()
  // Next takes over the server's upgrades itself at the first request; a second handler would answer each handshake twice.
  const endSweep = startJob("sweep", SWEEP_EVERY, () => closeOverdueAttempts(now()))
  const endDigests = startJob("digests", DIGESTS_EVERY, () => sendDigests(now()))
  const stop = async () => {
    endSweep()
    endDigests()
    const drained = drain(server, DRAIN_FOR)
    closeEventStreams()
    // One may still be asked for on a connection that is kept until its answer is out.
    const streams = setInterval(closeEventStreams, STREAMS_EVERY)
    await drained
    clearInterval(streams)
    await closeListener()
    await app.close()
    closeMail()
    await closeDatabase()
  }
  return { port: (server.address() as AddressInfo).port, stop }
}

type Server = ReturnType<typeof createFrontServer>

function listen(server: Server, hostname: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject)
    server.listen(port, hostname, resolve)
  })
}
