import {
  cpuGoal,
  type Floor,
  MOST_BY_OTHERS,
  PAGE_GOALS,
  type PageFigures,
  REFERENCE_FLOOR,
  scaleCpu,
} from "./goals"
import type { Measurement } from "./measure"
import { renderTable, type TableColumn } from "./table"

/** A figure that is no operation's: memory, a delivery, a ratio. `goal` in words: "at most 300". */
export type Figure = { name: string; value: number; unit: string; goal: string | null }
export type PageRow = PageFigures & { page: keyof typeof PAGE_GOALS; runs: number; othersShare: number }

/** What one run of the bench found. */
export type Report = {
  /** Floor (b). */
  floor: Floor
  measurements: readonly Measurement[]
  figures: readonly Figure[]
  pages: readonly PageRow[]
}

const orDash = (value: number | null | undefined, digits: number): string => value?.toFixed(digits) ?? "-"
const share = (value: number): string => `${Math.round(value * 100)}%`

const columns = (floor: Floor): TableColumn<Measurement>[] => [
  ["workload", (m) => m.name],
  ["n", (m) => String(m.operations)],
  ["errors", (m) => String(m.errors)],
  ["per s", (m) => m.perSecond.toFixed(1)],
  ["p50 ms", (m) => m.p50.toFixed(1)],
  ["p95 ms", (m) => m.p95.toFixed(1)],
  ["p99 ms", (m) => m.p99.toFixed(1)],
  ["CPU-ms/op", (m) => m.cpuMsPerOperation.toFixed(2)],
  ["scaled", (m) => orDash(scaleCpu(m.cpuMsPerOperation, floor), 2)],
  ["at most", (m) => orDash(cpuGoal(m.key)?.atMost, 0)],
  ["aim for", (m) => orDash(cpuGoal(m.key)?.aimFor, 0)],
  ["trips/op", (m) => orDash(m.tripsPerOperation, 1)],
  ["bytes/op", (m) => m.bytesPerOperation.toFixed(0)],
  ["others", (m) => share(m.othersShare)],
]

const FIGURE_COLUMNS: TableColumn<Figure>[] = [
  ["figure", (figure) => figure.name],
  ["measured", (figure) => figure.value.toFixed(figure.value < 10 ? 2 : 0)],
  ["unit", (figure) => figure.unit],
  ["goal", (figure) => figure.goal ?? "-"],
]

const against = (value: number, goal: number): string => `${value.toFixed(0)} (${goal})`
const PAGE_COLUMNS: TableColumn<PageRow>[] = [
  ["page, cold cache, CPU slowed 4x (at most)", (row) => row.page],
  ["runs", (row) => String(row.runs)],
  ["requests", (row) => against(row.requests, PAGE_GOALS[row.page].requests)],
  ["KB", (row) => against(row.kilobytes, PAGE_GOALS[row.page].kilobytes)],
  ["LCP ms", (row) => against(row.lcpMs, PAGE_GOALS[row.page].lcpMs)],
  ["blocked ms", (row) => against(row.blockingMs, PAGE_GOALS[row.page].blockingMs)],
  ["others", (row) => share(row.othersShare)],
]

/** The report for a terminal: operations, other figures, pages in a browser. */
export function renderReport({ floor, measurements, figures, pages }: Report): string {
  return [
    renderTable(columns(floor), measurements),
    explainScale(floor),
    ...(figures.length > 0 ? ["", renderTable(FIGURE_COLUMNS, figures)] : []),
    ...(pages.length > 0 ? ["", renderTable(PAGE_COLUMNS, pages)] : []),
  ].join("\n")
}

function explainScale(floor: Floor): string {
  const speed = `floor (b) ${floor.perSecond.toFixed(0)}/s here, ${REFERENCE_FLOOR}/s on the reference machine`
  return floor.othersShare > MOST_BY_OTHERS
    ? `nothing is scaled, because others had ${share(floor.othersShare)} of the machine while floor (b) ran (${speed})`
    : `scaled = CPU-ms/op x ${(floor.perSecond / REFERENCE_FLOOR).toFixed(2)} (${speed}); goals are of that machine`
}

/** The report as a file: every row with its goal and with what it would be on the reference machine. */
export function reportJson({ measurements, pages, ...report }: Report): string {
  const value = {
    referenceFloorPerSecond: REFERENCE_FLOOR,
    ...report,
    measurements: measurements.map((measurement) => ({
      ...measurement,
      scaledCpuMsPerOperation: scaleCpu(measurement.cpuMsPerOperation, report.floor),
      goal: cpuGoal(measurement.key),
    })),
    pages: pages.map((row) => ({ ...row, goal: PAGE_GOALS[row.page] })),
  }
  return `${JSON.stringify(value, null, 2)}\n`
}
