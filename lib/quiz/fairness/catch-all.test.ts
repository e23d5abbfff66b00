import { expect, it } from "vitest"
import { findCatchAll } from "@/lib/quiz/fairness/catch-all"
import { choosing } from "@/tests/support/fair-items"

const codes = (texts: string[]) => findCatchAll(choosing(texts)).map(({ code }) => code)

it("finds options about the other options", () => {
  expect(codes(["A", "B", "All of the above"])).toEqual(["allOfTheAbove"])
  expect(codes(["A", "B", "Both of these"])).toEqual(["allOfTheAbove"])
  expect(codes(["A", "All of  the above.", "None of these"])).toEqual(["allOfTheAbove", "noneOfTheAbove"])
})

it("leaves options alone that only use the words", () => {
  expect(
    codes(["None of the states voted", "All of them voted at once", "All the above-ground pipes"]),
  ).toEqual([])
})
