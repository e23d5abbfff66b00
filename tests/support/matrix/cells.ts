import { actionTable } from "./action-table"
import { type Actor, actors } from "./actors"
import type { Doors } from "./doors"
import { type ActionLine, type Expected, expectedOf, type Place, strangerLike } from "./line"
import type { Pressed } from "./press"
import { routeLines } from "./route-lines"
import type { State } from "./states"
import type { Matrix } from "./use-matrix"

/** Every line there is: of server actions and of route handlers. */
export const lines: readonly ActionLine[] = [...actionTable, ...routeLines]

/** One actor, one way to open one door, one class, one state of its assignment. */
export type Cell = { line: ActionLine; actor: Actor; isOwnClass: boolean; state: State; expected: Expected }

/** In which states somebody comes to the other class: what keeps them out there is that it is another. */
const OTHERS_STATES: readonly State[] = ["sitting", "released"]

/** Every cell of the tables. What is not about an assignment is asked once. */
export function cellsOf(asked: readonly State[]): Cell[] {
  const cells: Cell[] = []
  for (const line of lines)
    for (const state of line.isAboutAssignment ? asked : asked.slice(0, 1))
      for (const isOwnClass of [true, false])
        for (const actor of actors) {
          if (!isOwnClass && line.isAboutAssignment && !OTHERS_STATES.includes(state)) continue
          const expected = expectedOf(line, isOwnClass ? actor : strangerLike(actor), state)
          cells.push({ line, actor, isOwnClass, state, expected })
        }
  return cells
}

export const placeOf = (matrix: Matrix, { isOwnClass, state }: Pick<Cell, "isOwnClass" | "state">): Place =>
  isOwnClass
    ? { room: matrix.room, sitting: matrix.sittings[state] }
    : { room: matrix.other, sitting: matrix.otherSittings[state] }

export type Judged = Pressed & { writes: number }

/** Tries one cell, and undoes what came of it. */
export async function judge(matrix: Matrix, doors: Doors, cell: Cell): Promise<Judged> {
  const args = cell.line.args(placeOf(matrix, cell))
  const comer = { cookie: matrix.cookies[cell.actor] }
  const { value, writes } = await matrix.undone(() => doors.open(cell.line, args, comer))
  return { ...value, writes }
}

/** What is wrong with a cell, in words; null where it is as the table says. */
export function faultOf(cell: Cell, { outcome, code, writes }: Judged): string | null {
  const { line, actor, isOwnClass, state, expected } = cell
  const isRight = outcomesOf(expected).includes(outcome) || (isHanded(actor) && outcome === "unauthenticated")
  const wroteAnyway = expected !== "ok" && writes > 0
  if (isRight && !wroteAnyway) return null
  const where = `${line.name} by ${actor} in class ${isOwnClass ? "A" : "B"}, ${state}`
  return `${where}: ${outcome} ${code} with ${writes} writes, not ${expected}`
}

/** Hot paths know nobody whose password was handed out: to them they are signed out. */
const isHanded = (actor: Actor): boolean => actor === "handed" || actor === "handedTeacher"

const refusals: readonly Pressed["outcome"][] = [
  "invalid",
  "forbidden",
  "missing",
  "conflict",
  "too-large",
  "limited",
]

function outcomesOf(expected: Expected): readonly Pressed["outcome"][] {
  if (expected === "ok") return ["ok"]
  if (expected === "in") return ["unauthenticated"]
  return expected === "no" ? ["forbidden", "missing"] : refusals
}
