import "server-only"
import type { Finding } from "@/lib/platform/telemetry/finding"
import { type JobRecord, jobRecords } from "@/lib/platform/telemetry/jobs"

/** A run may be missed; two in a row mean that the work stands still. */
const MISSED = 3

/** failed: the last run ended in a bug · late: it should have run since · running, waiting: as it should be */
export type JobState = "failed" | "late" | "running" | "waiting"

/** How a job stands at `now` (milliseconds since 1970) in a process that has run for `upMs`. */
export function jobState(job: JobRecord, now: number, upMs: number): JobState {
  if (job.bug !== null) return "failed"
  const since = job.endedAt === null ? upMs : now - job.endedAt
  if (since > job.everyMs * MISSED) return "late"
  return job.isRunning ? "running" : "waiting"
}

/** The server's own work, in one finding. A command does none. */
export function jobFinding(): Finding {
  const upMs = process.uptime() * 1000
  const states = jobRecords().map((job) => jobState(job, Date.now(), upMs))
  const count = states.filter((state) => state === "failed" || state === "late").length
  if (count > 0) return { name: "jobs", state: "failed", code: "jobsFailed", params: { count } }
  return { name: "jobs", state: "ok", code: states.length > 0 ? "jobs" : "jobsElsewhere" }
}
