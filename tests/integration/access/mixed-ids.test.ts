import { afterAll, describe, expect, it, vi } from "vitest"
import { closeEventStreams } from "@/lib/platform/event-stream"
import { closeListener } from "@/lib/platform/notifications"
import { recordTried, tries } from "@/tests/assurance/record"
import { type Cell, cellsOf, placeOf } from "@/tests/support/matrix/cells"
import { type Doors, findDoors } from "@/tests/support/matrix/doors"
import { expectedOf, strangerLike } from "@/tests/support/matrix/line"
import { mixedArgs } from "@/tests/support/matrix/mixed-args"
import { sampleOf } from "@/tests/support/matrix/sample"
import { states } from "@/tests/support/matrix/states"
import { useMatrix } from "@/tests/support/matrix/use-matrix"

vi.mock("next/headers", () => import("@/tests/support/matrix/next-headers"))
vi.mock("next/cache", () => ({ refresh: () => {} }))
vi.mock("next-intl/server", () => import("@/tests/support/matrix/next-intl-server"))
vi.mock("@/lib/platform/refusal-message", () => import("@/tests/support/matrix/press"))

const isLong = tries(0, 1) === 1
const asked = isLong ? states : (["released"] as const)
const matrix = useMatrix(asked)

/** Where what is of the other class may be named, and why. */
const mayName: Record<string, string> = {
  "teach/lessons/[lessonId]#assignLessonAction 0.lessonVersionId":
    "a shared lesson is every teacher's to assign",
  "teach/lessons/[lessonId]/own-copy#copyLessonToReadingAction 0.lesson":
    "a shared lesson is every teacher's to copy",
  "teach/library/questions#takeItemAction 0.itemId": "so are its questions",
  "teach/classes/[classId]#addStaffAction 0.name": "anybody who works at the school may be asked to help",
  "teach/lessons/[lessonId]#arrangeItemsAction 0.itemIds.0": "what is not of the lesson is passed over",
  "teach/lessons/[lessonId]#layOutItemsAction 0.act.itemIds.0": "what is not of the lesson is passed over",
  "teach/lessons/[lessonId]/import#importQuizAction 0.lessonId":
    "says where to go afterwards, and nothing else",
  "api/assignments/[assignmentId]/grade-draft#PUT 0.json.basedOn":
    "says what was on the screen; it is compared, never read",
}

afterAll(async () => {
  closeEventStreams()
  await closeListener()
})

/** One id of the other class among those of one's own. What is done then must be nothing at all, and nothing may be read. */
async function tryMixed(doors: Doors, cell: Cell): Promise<{ tried: number; faults: string[] }> {
  const own = () => cell.line.args(placeOf(matrix(), cell))
  const other = cell.line.args(placeOf(matrix(), { ...cell, isOwnClass: false }))
  const faults: string[] = []
  const ways = mixedArgs(own, other).filter(({ at }) => !mayName[`${cell.line.name} ${at}`])
  for (const { at, args } of ways) {
    const { value, writes } = await matrix().undone(() =>
      doors.open(cell.line, args, { cookie: matrix().cookies[cell.actor] }),
    )
    // A refusal has taken back what it wrote.
    const isDone = value.outcome === "ok" && (writes > 0 || cell.line.reads)
    if (isDone || value.outcome === "fault")
      faults.push(
        `${cell.line.name} by ${cell.actor}, ${cell.state}, ${at}: ${value.outcome} ${value.code}, ${writes}`,
      )
    closeEventStreams()
  }
  return { tried: ways.length, faults }
}

/** Somebody who may do it in class A, and could not in class B. */
const belongsHere = ({ line, actor, state, isOwnClass, expected }: Cell): boolean =>
  isOwnClass && expected === "ok" && expectedOf(line, strangerLike(actor), state) !== "ok"

describe("an id of another class", () => {
  it("does nothing among those of one's own", async () => {
    const doors = await findDoors()
    const able = cellsOf(asked).filter(belongsHere)
    const cells = isLong ? able : sampleOf(able, { done: 1, refused: 0 })
    const faults: string[] = []
    let tried = 0
    for (const cell of cells) {
      const outcome = await tryMixed(doors, cell)
      tried += outcome.tried
      faults.push(...outcome.faults)
    }
    const of = "inputs with an id of another class among one's own"
    recordTried({ promise: "nobody-where-they-dont-belong", of, tried, lost: faults.length })
    expect(faults).toEqual([])
  }, 1_200_000)
})
