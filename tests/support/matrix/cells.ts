import { actionTable } from "./action-table"
import { type Actor, actors } from "./actors"
import { type ActionLine, type Expected, expectedOf, type Place, strangerLike } from "./line"
import { type Action, type Pressed, press } from "./press"
import type { State } from "./states"
import type { Matrix } from "./use-matrix"

/** One actor, one way to call one action, one class, one state of its assignment. */
export type Cell = { line: ActionLine; actor: Actor; isOwnClass: boolean; state: State; expected: Expected }

/** Every cell of the table. What is not about an assignment is asked once. */
export function cellsOf(asked: readonly State[]): Cell[] {
  const cells: Cell[] = []
  for (const line of actionTable)
    for (const state of line.isAboutAssignment ? asked : asked.slice(-1))
      for (const isOwnClass of [true, false])
        for (const actor of actors) {
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

/** Presses the button of one cell, and undoes what came of it. */
export async function judge(matrix: Matrix, actions: Map<string, Action>, cell: Cell): Promise<Judged> {
  const action = actions.get(cell.line.name)
  if (!action) throw new Error(`There is no action ${cell.line.name}`)
  const args = cell.line.args(placeOf(matrix, cell))
  const { value, writes } = await matrix.undone(() =>
    press(action, args, { cookie: matrix.cookies[cell.actor] }),
  )
  return { ...value, writes }
}

/** What is wrong with a cell, in words; null where it is as the table says. */
export function faultOf(cell: Cell, { outcome, code, writes }: Judged): string | null {
  const { line, actor, isOwnClass, state, expected } = cell
  const isRight = outcomesOf(expected).includes(outcome)
  const wroteAnyway = expected !== "ok" && writes > 0 && !line.countsGuesses
  if (isRight && !wroteAnyway) return null
  const where = `${line.name} by ${actor} in class ${isOwnClass ? "A" : "B"}, ${state}`
  return `${where}: ${outcome} ${code} with ${writes} writes, not ${expected}`
}

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
