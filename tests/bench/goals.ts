/** Floor (b) on the machine the goals were set on, in INSERTs per second. */
export const REFERENCE_FLOOR = 16_552

/** `atMost` is what counts as reached, `aimFor` what to go on to; both in the unit of what they stand beside. */
export type Goal = { atMost: number; aimFor: number | null }

/** CPU-ms of the whole stack per operation, on the reference machine, by the measurement's key. */
const CPU_GOALS: Readonly<Record<string, Goal>> = {
  W1: { atMost: 90, aimFor: 60 },
  W2: { atMost: 6, aimFor: 3 },
  W3: { atMost: 45, aimFor: 25 },
  "W4a first": { atMost: 25, aimFor: 10 },
  "W4a permalink": { atMost: 25, aimFor: 10 },
  "W4a all": { atMost: 25, aimFor: 10 },
  W4b: { atMost: 4, aimFor: 2 },
  "W4d short": { atMost: 25, aimFor: 10 },
  "W4d long": { atMost: 25, aimFor: 10 },
  W5a: { atMost: 40, aimFor: 20 },
  W5b: { atMost: 60, aimFor: 30 },
  W5c: { atMost: 40, aimFor: 20 },
}

export const cpuGoal = (key: string): Goal | null => CPU_GOALS[key] ?? null

/** One page in a browser: at most so many requests, KB on the wire, and milliseconds. */
export type PageFigures = { requests: number; kilobytes: number; lcpMs: number; blockingMs: number }

export const PAGE_GOALS = {
  article: { requests: 15, kilobytes: 300, lcpMs: 900, blockingMs: 150 },
  quiz: { requests: 15, kilobytes: 320, lcpMs: 900, blockingMs: 200 },
  thread: { requests: 15, kilobytes: 320, lcpMs: 1000, blockingMs: 250 },
} as const satisfies Record<string, PageFigures>

export type Floor = { perSecond: number; othersShare: number }

/** Where others had more of the machine than this while floor (b) ran, the floor tells of them and not of the machine. */
export const MOST_BY_OTHERS = 0.2

/** CPU-ms as they would be on the reference machine, taking this one to be as much slower as its floor (b) is, or null. */
export const scaleCpu = (cpuMs: number, { perSecond, othersShare }: Floor): number | null =>
  othersShare > MOST_BY_OTHERS ? null : (cpuMs * perSecond) / REFERENCE_FLOOR
