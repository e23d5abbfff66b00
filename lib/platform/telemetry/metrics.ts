import "server-only"
import { Counter, Gauge, Histogram, Registry } from "prom-client"

// Every figure Prometheus may read. A label is one of a few words, or the pattern of a route: never an id, never free text.

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const STATEMENT_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5]

function makeMetrics() {
  const register = new Registry()
  const registers = [register]
  const counter = <L extends string = never>(name: string, help: string, labelNames: L[] = []) =>
    new Counter({ name: `colloquy_${name}`, help, labelNames, registers })
  return {
    register,
    requests: counter("http_requests_total", "Requests answered", ["method", "route", "status"]),
    requestSeconds: new Histogram({
      name: "colloquy_http_request_duration_seconds",
      help: "From a request's arrival to the end of its answer; event streams are left out",
      labelNames: ["method", "route"],
      buckets: SECONDS,
      registers,
    }),
    inFlight: new Gauge({
      name: "colloquy_http_requests_in_flight",
      help: "Requests being answered, open event streams among them",
      registers,
    }),
    statementSeconds: new Histogram({
      name: "colloquy_database_statement_duration_seconds",
      help: "One statement, from sending to its result",
      buckets: STATEMENT_SECONDS,
      registers,
    }),
    slowStatements: counter("database_slow_statements_total", "Statements that took SLOW_QUERY_MS or longer"),
    saves: counter("saves_total", "Answers that arrived to be saved", ["outcome"]),
    submits: counter("submits_total", "Attempts handed in, repetitions among them", ["outcome"]),
    posts: counter("posts_total", "Posts written", ["outcome"]),
    jobRuns: counter("job_runs_total", "Runs of the server's own work", ["job", "outcome"]),
    bugs: counter("bugs_total", "Bugs logged"),
  }
}

type Metrics = ReturnType<typeof makeMetrics>

// On globalThis, because Next and the front server load their own copies of this file.
const holder = globalThis as typeof globalThis & { colloquyMetrics?: Metrics }

/** The figures of this process. */
export function metrics(): Metrics {
  holder.colloquyMetrics ??= makeMetrics()
  return holder.colloquyMetrics
}

/** Answers of one request to save: how many were kept, kept late, kept beside another value, or refused. */
export function countSaves(
  counts: Partial<Record<"accepted" | "late" | "conflict" | "refused", number>>,
): void {
  for (const [outcome, count] of Object.entries(counts))
    if (count > 0) metrics().saves.inc({ outcome }, count)
}

export const countSubmit = (outcome: "accepted" | "refused"): void => metrics().submits.inc({ outcome })

/** A new post, shown at once or held until staff let it through. */
export const countPost = (outcome: "shown" | "held"): void => metrics().posts.inc({ outcome })

export const countBug = (): void => metrics().bugs.inc()
