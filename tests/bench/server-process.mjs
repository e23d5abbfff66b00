// The server under test, as a process of its own: nothing of the bench runs in it but the count of database trips.
import pg from "pg"
import { serverBundle } from "../../bin/start/bundle.mjs"

// Every statement of the process goes through this method, whether the pool, Prisma or a listener sends it.
const { query } = pg.Client.prototype
let trips = 0
pg.Client.prototype.query = function (...given) {
  trips += 1
  return query.apply(this, given)
}

const { serve } = await import(serverBundle)
const { port } = await serve({ development: false, hostname: "127.0.0.1", port: 0 })
process.on("message", () => process.send({ trips }))
process.send({ port })
