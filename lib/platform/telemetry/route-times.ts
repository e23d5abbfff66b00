/** How requests of one route went within the last hour. Times in milliseconds. */
export type RouteTime = {
  route: string
  count: number
  /** Nineteen of twenty took no longer, to within a quarter. */
  p95: number
  slowest: number
  /** Waiting for the database, on average. */
  database: number
}

/** The last hour in slots of five minutes: the oldest is thrown away, so that memory stays the same. */
const SLOT_MS = 5 * 60_000
const SLOTS = 12
/** Class n holds times up to 1.25^n milliseconds: 60 of them reach ten minutes. */
const CLASSES = 60
const GROWTH = Math.log(1.25)

type Sums = { count: number; slowest: number; database: number; classes: Uint32Array }
type Slot = { from: number; routes: Map<string, Sums> }
export type RouteTimes = Slot[]

export const emptyTimes = (): RouteTimes => []

/** Adds one request to the slot of `now` (milliseconds since 1970). */
export function addTime(
  times: RouteTimes,
  request: { route: string; milliseconds: number; databaseMs: number },
  now: number,
): void {
  const { routes } = slotOf(times, now)
  let sums = routes.get(request.route)
  if (!sums) {
    sums = { count: 0, slowest: 0, database: 0, classes: new Uint32Array(CLASSES) }
    routes.set(request.route, sums)
  }
  sums.count += 1
  sums.database += request.databaseMs
  sums.slowest = Math.max(sums.slowest, request.milliseconds)
  const at = classOf(request.milliseconds)
  sums.classes[at] = (sums.classes[at] ?? 0) + 1
}

function slotOf(times: RouteTimes, now: number): Slot {
  const from = Math.floor(now / SLOT_MS) * SLOT_MS
  const last = times.at(-1)
  if (last?.from === from) return last
  const slot = { from, routes: new Map<string, Sums>() }
  times.push(slot)
  if (times.length > SLOTS) times.shift()
  return slot
}

const classOf = (milliseconds: number): number =>
  Math.min(CLASSES - 1, Math.max(0, Math.ceil(Math.log(Math.max(milliseconds, 1)) / GROWTH)))

/** The `most` routes whose p95 is the longest, of the hour before `now`. */
export function slowestRoutes(times: RouteTimes, now: number, most: number): RouteTime[] {
  const joined = new Map<string, Sums>()
  for (const { from, routes } of times)
    if (from > now - SLOTS * SLOT_MS) for (const [route, sums] of routes) join(joined, route, sums)
  return [...joined]
    .map(([route, sums]) => timeOf(route, sums))
    .sort((a, b) => b.p95 - a.p95 || b.count - a.count || (a.route < b.route ? -1 : 1))
    .slice(0, most)
}

function join(joined: Map<string, Sums>, route: string, sums: Sums): void {
  const before = joined.get(route)
  joined.set(route, {
    count: (before?.count ?? 0) + sums.count,
    slowest: Math.max(before?.slowest ?? 0, sums.slowest),
    database: (before?.database ?? 0) + sums.database,
    classes: sums.classes.map((count, at) => count + (before?.classes[at] ?? 0)),
  })
}

function timeOf(route: string, { count, slowest, database, classes }: Sums): RouteTime {
  let below = 0
  const at = classes.findIndex((ofClass) => {
    below += ofClass
    return below >= count * 0.95
  })
  // No class reaches beyond what was really measured.
  const p95 = Math.min(slowest, 1.25 ** at)
  return { route, count, p95, slowest, database: database / count }
}
