import "server-only"
import { collectDefaultMetrics, Gauge } from "prom-client"
import { pool } from "@/lib/platform/database"
import { openStreamCount } from "@/lib/platform/event-stream"
import { checkReadiness } from "@/lib/platform/health"
import { jobRecords } from "@/lib/platform/telemetry/jobs"
import { metrics } from "@/lib/platform/telemetry/metrics"

/** How long a reading waits for a database that keeps silent, in milliseconds; then the server counts as not ready. */
const PATIENCE = 2_000

type Readable = Gauge<string>
let isMade = false

/** Adds what is asked for when somebody reads: the state of the process, of the pool, of streams, work and readiness. */
export function makeLiveGauges(): void {
  if (isMade) return
  isMade = true
  const { register } = metrics()
  collectDefaultMetrics({ register })
  gauge("database_connections", "Connections of the pool", ["state"], readPool)
  gauge("event_streams_open", "Event streams that browsers hold open", [], (streams) =>
    streams.set(openStreamCount()),
  )
  gauge("ready", "1 where the server can take answers, as /readyz says", [], readReadiness)
  gauge("job_last_run_timestamp_seconds", "End of a job's last run", ["job"], (ended) => {
    for (const { name, endedAt } of jobRecords()) if (endedAt) ended.set({ job: name }, endedAt / 1000)
  })
}

function gauge(
  name: string,
  help: string,
  labelNames: string[],
  read: (gauge: Readable) => void | Promise<void>,
): void {
  new Gauge({
    name: `colloquy_${name}`,
    help,
    labelNames,
    registers: [metrics().register],
    async collect() {
      await read(this)
    },
  })
}

function readPool(connections: Readable): void {
  const { totalCount, idleCount, waitingCount } = pool()
  connections.set({ state: "busy" }, totalCount - idleCount)
  connections.set({ state: "idle" }, idleCount)
  connections.set({ state: "waited_for" }, waitingCount)
}

async function readReadiness(ready: Readable): Promise<void> {
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE).unref())
  const readiness = await Promise.race([checkReadiness(), late])
  ready.set(readiness?.ready ? 1 : 0)
}
