/** What the page itself noticed, for the bench to read. */
export type PageTimes = { lcpMs: number; fcpMs: number; longTasks: readonly { at: number; lasted: number }[] }

/** Goes into the page before anything else; a function of its own, since it is sent as text. Fills `window.benchTimes`. */
export function watchPage(): void {
  const times = { lcpMs: 0, fcpMs: 0, longTasks: [] as { at: number; lasted: number }[] }
  Object.assign(window, { benchTimes: times })
  const watch = (type: string, see: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(see)).observe({ type, buffered: true })
  watch("largest-contentful-paint", (entry) => {
    times.lcpMs = entry.startTime
  })
  watch("paint", (entry) => {
    if (entry.name === "first-contentful-paint") times.fcpMs = entry.startTime
  })
  watch("longtask", (entry) => times.longTasks.push({ at: entry.startTime, lasted: entry.duration }))
}

/** A task of so many milliseconds or less blocks nobody: https://web.dev/articles/tbt */
const UNNOTICED = 50

/** Total blocking time, in milliseconds: of each long task that ended after the first paint, what is over 50 ms. */
export const totalBlocking = ({ fcpMs, longTasks }: PageTimes): number =>
  longTasks.reduce((sum, { at, lasted }) => {
    const begins = Math.max(at + UNNOTICED, fcpMs)
    return sum + Math.max(0, at + lasted - begins)
  }, 0)
