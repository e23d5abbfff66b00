import next from "next"
import { fastRoutes } from "@/app/fast-routes"
import { now } from "@/lib/platform/clock"
import { closeDatabase } from "@/lib/platform/database"
import { settings } from "@/lib/platform/environment"
import { createFrontServer } from "@/lib/platform/front-server"
import { reportBug } from "@/lib/platform/log"
import { closeOverdueAttempts } from "@/lib/quiz/server/close-overdue-attempts"

// The process that owns HTTP. bin/start.mjs prepares everything it needs and starts it; it says "ready" and its address.

const development = process.argv.includes("--dev")
const port = Number(process.env.PORT ?? 3000)
const hostname = process.env.HOST ?? "0.0.0.0"

/** How often attempts past their deadline are closed, in milliseconds. Any read closes its own attempt at once. */
const SWEEP_EVERY = 5_000
/** How long requests under way may take to end after a signal, in milliseconds. */
const DRAIN_FOR = 10_000

settings()
const app = next({ dev: development, dir: process.cwd(), hostname, port, quiet: !development })
await app.prepare()

const server = createFrontServer({
  fastRoutes,
  next: app.getRequestHandler(),
  development,
  trustProxy: process.env.TRUST_PROXY === "1",
})
if (development) server.on("upgrade", app.getUpgradeHandler())
server.keepAliveTimeout = 65_000

const sweep = setInterval(() => {
  closeOverdueAttempts(now()).catch((error) => reportBug(error, "sweep"))
}, SWEEP_EVERY)

let stopping = false
async function stop() {
  if (stopping) return
  stopping = true
  clearInterval(sweep)
  const drained = new Promise((resolve) => server.close(resolve))
  server.closeIdleConnections()
  await Promise.race([drained, new Promise((resolve) => setTimeout(resolve, DRAIN_FOR))])
  await app.close()
  await closeDatabase()
  process.exit(0)
}
process.on("SIGTERM", stop)
process.on("SIGINT", stop)

server.listen(port, hostname, () => {
  console.log(`ready http://${hostname === "0.0.0.0" ? "localhost" : hostname}:${port}`)
  process.send?.("ready")
})
