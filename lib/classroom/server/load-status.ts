import "server-only"
import { readFile } from "node:fs/promises"
import path from "node:path"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { openStreamCount } from "@/lib/platform/event-stream"
import { type JobState, jobState } from "@/lib/platform/telemetry/check-jobs"
import { checkOperation } from "@/lib/platform/telemetry/check-operation"
import type { Finding } from "@/lib/platform/telemetry/finding"
import { type JobRecord, jobRecords } from "@/lib/platform/telemetry/jobs"
import { lastHour } from "@/lib/platform/telemetry/last-hour"
import { type RecentBug, recentBugs } from "@/lib/platform/telemetry/recent-bugs"
import { type RouteTime, slowestRoutes } from "@/lib/platform/telemetry/route-times"

/** Times are milliseconds since 1970, lengths of time milliseconds. */
export type Status = {
  version: string
  node: string
  upMs: number
  findings: Finding[]
  jobs: ShownJob[]
  streams: number
  /** Resident memory of this process. */
  megabytes: number
  slowest: RouteTime[]
  bugs: RecentBug[]
}

export type ShownJob = JobRecord & { state: JobState }

const MOST_ROUTES = 10

/** How the server is, for whoever runs it: this process since it started. Nothing of anybody's work. */
export async function loadStatus(viewer: Viewer, now: Date): Promise<Decision<Status>> {
  if (!can(viewer, "status.see")) return refuse("forbidden", "people.notAllowed")
  const [findings, version] = await Promise.all([checkOperation(), readVersion()])
  const upMs = process.uptime() * 1000
  return allow({
    version,
    node: process.version,
    upMs,
    findings,
    jobs: jobRecords().map((job) => ({ ...job, state: jobState(job, now.getTime(), upMs) })),
    streams: openStreamCount(),
    megabytes: Math.round(process.memoryUsage.rss() / 1024 ** 2),
    slowest: slowestRoutes(lastHour(), now.getTime(), MOST_ROUTES),
    bugs: recentBugs(),
  })
}

async function readVersion(): Promise<string> {
  const text = await readFile(path.join(process.cwd(), "package.json"), "utf8")
  return (JSON.parse(text) as { version: string }).version
}
