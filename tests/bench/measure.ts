import { cpuMillis, machineMillis } from "./cpu"
import { percentiles } from "./percentiles"

export type Measurement = {
  /** What its goal is found by. */
  key: string
  name: string
  operations: number
  errors: number
  /** What the first error said; null where there was none. A row with errors measured something else. */
  firstError: string | null
  seconds: number
  perSecond: number
  p50: number
  p95: number
  p99: number
  /** App and PostgreSQL together. */
  cpuMsPerOperation: number
  /** Statements sent to PostgreSQL, each waited for, BEGIN and COMMIT among them; null where nobody counted. */
  tripsPerOperation: number | null
  bytesPerOperation: number
  /** Share of the machine's busy time that was neither the stack under test nor the driver. */
  othersShare: number
}

export type Sample = { ok: boolean; bytes: number; said?: string }

/** What is under test. */
export type Stack = {
  /** The processes whose CPU time is counted, with everything below them. */
  pids: readonly number[]
  /** How many statements the app has sent to PostgreSQL so far. */
  countTrips?: () => Promise<number>
}

export type Workload = {
  key: string
  name: string
  stack: Stack
  operations: number
  atOnce: number
  run: (index: number) => Promise<Sample>
}

const failed = (error: unknown): Sample => ({ ok: false, bytes: 0, said: String(error) })

/** Runs a workload with `atOnce` operations under way at a time, and measures it. */
export async function measure(workload: Workload): Promise<Measurement> {
  const latencies: number[] = []
  let next = 0
  let errors = 0
  let firstError: string | null = null
  let bytes = 0
  const worker = async () => {
    while (next < workload.operations) {
      const started = performance.now()
      const sample = await workload.run(next++).catch(failed)
      latencies.push(performance.now() - started)
      if (!sample.ok) errors++
      if (!sample.ok) firstError ??= sample.said ?? "no reason given"
      bytes += sample.bytes
    }
  }
  const { pids, countTrips } = workload.stack
  const trips = (await countTrips?.()) ?? null
  const before = { stack: cpuMillis(pids), driver: process.cpuUsage(), machine: machineMillis() }
  const started = performance.now()
  await Promise.all(Array.from({ length: workload.atOnce }, worker))
  const seconds = (performance.now() - started) / 1000
  const used = process.cpuUsage(before.driver)
  const stackMs = cpuMillis(pids) - before.stack
  const busy = machineMillis() - before.machine
  const driverMs = (used.user + used.system) / 1000
  const tripsMade = trips === null || !countTrips ? null : (await countTrips()) - trips
  return {
    key: workload.key,
    name: workload.name,
    operations: workload.operations,
    errors,
    firstError,
    seconds,
    perSecond: workload.operations / seconds,
    ...percentiles(latencies),
    cpuMsPerOperation: stackMs / workload.operations,
    tripsPerOperation: tripsMade === null ? null : tripsMade / workload.operations,
    bytesPerOperation: bytes / workload.operations,
    othersShare: busy > 0 ? Math.max(0, busy - stackMs - driverMs) / busy : 0,
  }
}
