import { describe, expect, it } from "vitest"
import type { GridRow } from "./build-grid"
import { isFound, queryHref, readGridQuery } from "./grid-query"

const named = (displayName: string, userName: string) =>
  ({ student: { displayName, userName } }) as unknown as GridRow

describe("readGridQuery", () => {
  it("takes what it knows and nothing else", () => {
    expect(readGridQuery({ sort: "quiz", dir: "down", show: "needs", find: " ada " })).toEqual({
      sort: "quiz",
      direction: "down",
      show: "needs",
      find: "ada",
    })
    const plain = { sort: "needs", direction: "up", show: "all", find: "" }
    expect(readGridQuery({ sort: "1; drop", dir: "x", show: ["needs"] })).toEqual(plain)
  })
})

describe("queryHref", () => {
  const query = readGridQuery({ sort: "quiz", dir: "down", find: "a&b" })

  it("turns the order around, and begins a new column where one looks first", () => {
    expect(queryHref("/x", query, { sort: "quiz" })).toBe("/x?sort=quiz&find=a%26b")
    expect(queryHref("/x", query, { sort: "read" })).toBe("/x?sort=read&dir=down&find=a%26b")
    expect(queryHref("/x", query, { sort: "name" })).toBe("/x?sort=name&find=a%26b")
  })

  it("keeps what was not changed, and says nothing that goes without saying", () => {
    expect(queryHref("/x", query, { show: "needs" })).toBe("/x?sort=quiz&dir=down&show=needs&find=a%26b")
    expect(queryHref("/x", readGridQuery({}), { show: "all" })).toBe("/x")
  })
})

describe("isFound", () => {
  it("finds letters with marks by letters without them", () => {
    expect(isFound(named("Elif Yıldız", "elif"), "elif y")).toBe(true)
    expect(isFound(named("Mateusz Zieliński", "m.z"), "zielinski")).toBe(true)
    expect(isFound(named("Wei Zhang", "wei"), "ada")).toBe(false)
  })
})
