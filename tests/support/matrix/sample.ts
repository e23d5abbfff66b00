import { shuffle } from "@/lib/quiz/shuffle"
import type { Cell } from "./cells"

/** Of each line so many cells in which it is done, and so many in which it is not. A fixed seed, so that a run can be repeated. */
export function sampleOf(cells: readonly Cell[], each: { done: number; refused: number }, seed = 46): Cell[] {
  const left = new Map<Cell["line"], typeof each>()
  return shuffle(cells, seed).filter(({ line, expected }) => {
    const wanted = left.get(line) ?? { ...each }
    left.set(line, wanted)
    const kind = expected === "ok" ? "done" : "refused"
    wanted[kind] -= 1
    return wanted[kind] >= 0
  })
}
