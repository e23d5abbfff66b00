import { describe, expect, it } from "vitest"
import { newestSignOffs, type SignOff } from "@/lib/lesson/sign-off"

const by = (userId: string, day: number, number = 1, editNumber = 0): SignOff => {
  return { userId, name: userId, note: null, at: new Date(Date.UTC(2026, 10, day)), number, editNumber }
}

describe("the sign-offs of a lesson", () => {
  it("are each colleague's newest, the newest first", () => {
    const shown = newestSignOffs([by("a", 1), by("b", 2), by("a", 3, 2)], { number: 2, editNumber: 0 })
    expect(shown.map(({ userId, number, editedSince }) => [userId, number, editedSince])).toEqual([
      ["a", 2, false],
      ["b", 1, true],
    ])
  })

  it("say that the lesson was edited since: a further edit, or another version", () => {
    const since = (number: number, editNumber: number) =>
      newestSignOffs([by("a", 1, 1, 3)], { number, editNumber })[0]?.editedSince
    expect([since(1, 3), since(1, 4), since(2, 3)]).toEqual([false, true, true])
  })
})
