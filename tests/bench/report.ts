import type { Measurement } from "./measure"

const COLUMNS: readonly [string, (m: Measurement) => string][] = [
  ["workload", (m) => m.name],
  ["n", (m) => String(m.operations)],
  ["errors", (m) => String(m.errors)],
  ["per s", (m) => m.perSecond.toFixed(1)],
  ["p50 ms", (m) => m.p50.toFixed(1)],
  ["p95 ms", (m) => m.p95.toFixed(1)],
  ["p99 ms", (m) => m.p99.toFixed(1)],
  ["CPU-ms/op", (m) => m.cpuMsPerOperation.toFixed(2)],
  ["bytes/op", (m) => m.bytesPerOperation.toFixed(0)],
  ["others", (m) => `${Math.round(m.othersShare * 100)}%`],
]

/** A plain table for a terminal. */
export function renderTable(measurements: readonly Measurement[]): string {
  const rows = [
    COLUMNS.map(([title]) => title),
    ...measurements.map((m) => COLUMNS.map(([, cell]) => cell(m))),
  ]
  const widths = COLUMNS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  ")
  return rows.map(line).join("\n")
}
