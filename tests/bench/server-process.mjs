// The server under test, as a process of its own: nothing of the bench runs in it but the count of database trips.
import { once } from "node:events"
import net from "node:net"
import pg from "pg"
import { serverBundle } from "../../bin/start/bundle.mjs"

// Every statement of the process goes through this method, whether the pool, Prisma or a listener sends it.
const { query } = pg.Client.prototype
let trips = 0
pg.Client.prototype.query = function (...given) {
  trips += 1
  return query.apply(this, given)
}

// Named beforehand: after a sign-in, Next asks itself for the page that follows at the port it was told.
const probe = net.createServer().listen(0, "127.0.0.1")
await once(probe, "listening")
const { port } = probe.address()
probe.close()
await once(probe, "close")

const { serve } = await import(serverBundle)
await serve({ development: false, hostname: "127.0.0.1", port })
process.on("message", () => process.send({ trips }))
process.send({ port })
// A profile (BENCH_NODE_OPTIONS=--cpu-prof) is written at an exit, not at a signal.
process.on("SIGTERM", () => process.exit(0))
