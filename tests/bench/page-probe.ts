/** What a page noticed of itself: see watch-page.mjs. Milliseconds from its beginning. */
export type PageTimes = { lcpMs: number; fcpMs: number; longTasks: readonly { at: number; lasted: number }[] }

/** A task of so many milliseconds or less blocks nobody: https://web.dev/articles/tbt */
const UNNOTICED = 50

/** Total blocking time, in milliseconds: of each long task that ended after the first paint, what is over 50 ms. */
export const totalBlocking = ({ fcpMs, longTasks }: PageTimes): number =>
  longTasks.reduce((sum, { at, lasted }) => {
    const begins = Math.max(at + UNNOTICED, fcpMs)
    return sum + Math.max(0, at + lasted - begins)
  }, 0)
