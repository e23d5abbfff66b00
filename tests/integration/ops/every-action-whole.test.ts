import { afterAll, describe, expect, it, vi } from "vitest"
import { pool } from "@/lib/platform/database"
import { closeEventStreams } from "@/lib/platform/event-stream"
import { closeListener } from "@/lib/platform/notifications"
import { recordTried } from "@/tests/assurance/record"
import { failStatement } from "@/tests/support/failing-statement"
import { type Cell, cellsOf, placeOf } from "@/tests/support/matrix/cells"
import { type Doors, findDoors } from "@/tests/support/matrix/doors"
import { sampleOf } from "@/tests/support/matrix/sample"
import { states } from "@/tests/support/matrix/states"
import { useMatrix } from "@/tests/support/matrix/use-matrix"

// Every action and every handler that writes more than once, by somebody who may: its last write fails, and nothing of those
// before may be left.

vi.mock("next/headers", () => import("@/tests/support/matrix/next-headers"))
vi.mock("next/cache", () => ({ refresh: () => {} }))
vi.mock("next-intl/server", () => import("@/tests/support/matrix/next-intl-server"))
vi.mock("@/lib/platform/refusal-message", () => import("@/tests/support/matrix/press"))

const matrix = useMatrix(states)

afterAll(async () => {
  closeEventStreams()
  await closeListener()
})

/** Guesses that are counted, sessions that are touched, and what is made ahead of need and means nothing by itself. */
const MEANT_TO_STAY = ["RateLimit", "Session", "Thread", "PostAlias", "_prisma_migrations"]

/** Done in steps that are found again: the text comes first under an id made of the lesson's name, since items are checked against it. */
const IN_STEPS = ["teach/library#takeFirstLessonAction"]

/** What every table holds, as one number for each. */
async function contents(): Promise<Record<string, string>> {
  const { rows: tables } = await pool().query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> ALL($1) ORDER BY 1`,
    [MEANT_TO_STAY],
  )
  const sums = tables.map(
    ({ name }) =>
      `SELECT '${name}' AS name, count(*) || ' ' || coalesce(sum(hashtext(t::text)::bigint), 0) AS sum FROM "${name}" t`,
  )
  const { rows } = await pool().query<{ name: string; sum: string }>(sums.join(" UNION ALL "))
  return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]))
}

const changed = (before: Record<string, string>, after: Record<string, string>): string[] =>
  Object.keys(after).filter((name) => before[name] !== after[name])

const WRITE = /\b(?:insert into|update|delete from)\s+(?:only\s+)?(?:"public"\.)?"(\w+)"/gi

/** Which statements write, by number from 1. */
const writesOf = (statements: readonly string[]): number[] =>
  statements.flatMap((text, at) =>
    [...text.matchAll(WRITE)].some(([, table]) => !MEANT_TO_STAY.includes(table ?? "")) ? [at + 1] : [],
  )

const open = (doors: Doors, cell: Cell) =>
  doors.open(cell.line, cell.line.args(placeOf(matrix(), cell)), { cookie: matrix().cookies[cell.actor] })

/** What is left of an act whose last write failed; null for one that writes once or not at all. */
async function leftBy(doors: Doors, cell: Cell): Promise<string[] | null> {
  const { undone } = matrix()
  // Twice, for what is read at a first time is kept in the process.
  await undone(() => open(doors, cell))
  const { value: statements } = await undone(async () => {
    const hearing = failStatement(0, "refused")
    await open(doors, cell)
    return hearing.restore()
  })
  const writes = writesOf(statements)
  const last = writes.at(-1)
  if (writes.length < 2 || last === undefined) return null
  const before = await contents()
  const failing = failStatement(last, "refused")
  const { outcome } = await open(doors, cell)
  failing.restore()
  const left = changed(before, await contents())
  return outcome === "ok" && left.length === 0 ? ["nothing, and it was called done"] : left
}

const cells = sampleOf(cellsOf(states), { done: 1, refused: 0 })
const tried = { tried: 0, lost: 0 }

afterAll(() => {
  recordTried({ promise: "all-or-nothing", of: "actions whose last write failed", ...tried })
})

describe("an action whose last write fails", () => {
  it.each(cells.map((cell, at): [name: string, at: number] => [`${cell.line.name} ${at}`, at]))(
    "leaves nothing: %s",
    async (_, at) => {
      const doors = await findDoors()
      const cell = cells[at] as Cell
      const { value: left } = await matrix().undone(() => leftBy(doors, cell))
      closeEventStreams()
      if (left === null || IN_STEPS.includes(cell.line.name)) return
      tried.tried += 1
      if (left.length > 0) tried.lost += 1
      expect(left).toEqual([])
    },
  )

  it("is found among many", () => expect(tried.tried).toBeGreaterThan(60))
})
