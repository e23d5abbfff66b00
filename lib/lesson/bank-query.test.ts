import { describe, expect, it } from "vitest"
import { bankHref, isNarrowed, readBankQuery } from "@/lib/lesson/bank-query"

const id = "00000000-0000-4000-8000-000000000001"

describe("the query of the bank", () => {
  it("is read from an address and written into one", () => {
    const query = readBankQuery({
      q: " neutral ",
      type: "single",
      level: "my_view",
      skill: "RI.1",
      into: id,
      after: id,
    })
    expect(query).toEqual({
      words: "neutral",
      type: "single",
      level: "my_view",
      skill: "RI.1",
      lessonId: null,
      into: id,
      after: id,
    })
    const address = new URL(bankHref(query), "https://school.test")
    expect(readBankQuery(Object.fromEntries(address.searchParams))).toEqual(query)
  })

  it("drops what is no choice", () => {
    const query = readBankQuery({ q: " ", type: "essay", level: "none", lesson: "x'; --", into: ["a", "b"] })
    expect(Object.values(query)).toEqual(Array(7).fill(null))
    expect(bankHref(query)).toBe("/teach/library/questions")
  })

  it("knows whether something is left out", () => {
    expect(isNarrowed(readBankQuery({ into: id, after: id }))).toBe(false)
    expect(isNarrowed(readBankQuery({ q: "war" }))).toBe(true)
  })
})
