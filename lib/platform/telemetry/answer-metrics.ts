import "server-only"
import { createHash, timingSafeEqual } from "node:crypto"
import type http from "node:http"
import { makeLiveGauges } from "@/lib/platform/telemetry/live-gauges"
import { metrics } from "@/lib/platform/telemetry/metrics"

const digest = (text: string): Buffer => createHash("sha256").update(text).digest()

/** Whether a request may read the figures: it bears METRICS_TOKEN. Without such a token nobody may. */
export function mayReadMetrics({ method, headers }: http.IncomingMessage): boolean {
  const token = process.env.METRICS_TOKEN ?? ""
  if (token === "" || method !== "GET") return false
  // Digests have one length, and comparing them takes the same time wherever they differ.
  return timingSafeEqual(digest(headers.authorization ?? ""), digest(`Bearer ${token}`))
}

/** The figures of this process, as Prometheus reads them. */
export async function sendMetrics(response: http.ServerResponse): Promise<void> {
  makeLiveGauges()
  const { register } = metrics()
  const text = await register.metrics()
  response.writeHead(200, { "content-type": register.contentType, "cache-control": "no-store" })
  response.end(text)
}
