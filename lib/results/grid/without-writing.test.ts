import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { madeStudent } from "@/tests/support/results-facts"
import { buildGrid } from "./build-grid"
import { isShown } from "./grid-query"
import { sortGrid } from "./sort-grid"
import { withoutWriting } from "./without-writing"

const grid = (students: ReturnType<typeof madeStudent>[], hidesWriting: boolean) =>
  buildGrid({ students, items: [], answers: [], sentenceCount: 4, hidesWriting })

const wrote = { posts: 2, replies: 1, citations: 3, restatements: 1, stanceAfterDiscussion: true }

describe("withoutWriting", () => {
  it("lists nobody who left for what they wrote alone", () => {
    const students = [
      madeStudent("only wrote", { hasLeft: true, ...wrote }),
      madeStudent("read too", { hasLeft: true, readingStarted: true }),
      madeStudent("here", wrote),
    ]
    expect(withoutWriting(students).map(({ enrolmentId }) => enrolmentId)).toEqual(["read too", "here"])
  })

  it("keeps the numbers of the class in the grid's head", () => {
    const shown = grid([madeStudent("ann", wrote), madeStudent("ben")], true)
    expect(shown.done).toMatchObject({ discuss: 1, reflect: 1 })
    expect(shown.rows.map(({ done }) => [done.discuss, done.reflect])).toEqual([
      [false, false],
      [false, false],
    ])
  })
})

describe("a grid that hides who wrote", () => {
  const writing = fc.record({
    posts: fc.nat(3),
    replies: fc.nat(3),
    citations: fc.nat(3),
    restatements: fc.nat(3),
    stanceAfterDiscussion: fc.boolean(),
  })

  it("is the same, in every order and filter, whoever of the class wrote what", () => {
    fc.assert(
      fc.property(fc.array(writing, { minLength: 2, maxLength: 6 }), fc.nat(5), (parts, turn) => {
        const room = (shift: number) =>
          parts.map((_, at) => {
            const own = parts[(at + shift) % parts.length]
            return madeStudent(`s${at}`, { ...own, readingStarted: at % 2 === 0 })
          })
        const seen = (shift: number) => {
          const shown = grid(room(shift), true)
          const orders = (["needs", "discuss", "reflect", "name"] as const).map((sort) =>
            sortGrid(shown.rows, { sort, direction: "up", locale: "en" }),
          )
          const filters = (["needs", "unfinished"] as const).map((show) =>
            shown.rows.map((row) => isShown(row, show)),
          )
          return JSON.stringify([shown, orders, filters])
        }
        expect(seen(turn)).toBe(seen(0))
      }),
    )
  })
})
