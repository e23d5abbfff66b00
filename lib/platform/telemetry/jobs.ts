import "server-only"
import { reportBug } from "@/lib/platform/log"
import { metrics } from "@/lib/platform/telemetry/metrics"

/** Work the server does by itself, again and again. */
export type JobName = "sweep" | "digests"

/** How it stands, in this process. Times in milliseconds since 1970, null where there was none yet. */
export type JobRecord = {
  name: JobName
  everyMs: number
  isRunning: boolean
  endedAt: number | null
  /** How long the last run took, in milliseconds. */
  tookMs: number | null
  failures: number
  /** Of the last run, where it failed: the bug's number in the log. */
  bug: string | null
}

// On globalThis, because the status page is in Next's copy of this file.
const holder = globalThis as typeof globalThis & { colloquyJobs?: Map<JobName, JobRecord> }
const records = (): Map<JobName, JobRecord> => {
  holder.colloquyJobs ??= new Map()
  return holder.colloquyJobs
}

/** How the work of this process stands; nothing where it does none, as in a command. */
export const jobRecords = (): JobRecord[] => [...records().values()]

/** Runs `work` every so often, and not while it runs. A failure is a bug in the log and no end. Answers with the way to stop. */
export function startJob(name: JobName, everyMs: number, work: () => Promise<unknown>): () => void {
  const record: JobRecord = {
    name,
    everyMs,
    isRunning: false,
    endedAt: null,
    tookMs: null,
    failures: 0,
    bug: null,
  }
  records().set(name, record)
  const timer = setInterval(() => void runOnce(record, work), everyMs)
  return () => {
    clearInterval(timer)
    records().delete(name)
  }
}

async function runOnce(record: JobRecord, work: () => Promise<unknown>): Promise<void> {
  if (record.isRunning) return
  record.isRunning = true
  const started = performance.now()
  try {
    await work()
    record.bug = null
    metrics().jobRuns.inc({ job: record.name, outcome: "done" })
  } catch (error) {
    record.bug = reportBug(error, record.name)
    record.failures += 1
    metrics().jobRuns.inc({ job: record.name, outcome: "failed" })
  }
  record.isRunning = false
  record.endedAt = Date.now()
  record.tookMs = performance.now() - started
}
