import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { readRoster } from "./roster-list"
import { isUserName } from "./user-name"

const named = (pasted: string) => readRoster(pasted).people.map(({ displayName }) => displayName)

describe("readRoster", () => {
  it("takes first names before or after last names", () => {
    expect(named("Amina Khan\nAhmed, Bilal\n  Zoë   van der Berg \n")).toEqual([
      "Amina Khan",
      "Bilal Ahmed",
      "Zoë van der Berg",
    ])
  })

  it("takes what follows by tabs, commas and semicolons", () => {
    expect(
      readRoster("Amina Khan\tamina@school.example\nAhmed, Bilal, bilal.a\nChen Li; CHEN@x.example; chen_li2")
        .people,
    ).toEqual([
      { line: 1, displayName: "Amina Khan", userName: undefined, email: "amina@school.example" },
      { line: 2, displayName: "Bilal Ahmed", userName: "bilal.a", email: undefined },
      { line: 3, displayName: "Chen Li", userName: "chen_li2", email: "chen@x.example" },
    ])
  })

  it("takes a table copied from a spreadsheet: last and first in cells of their own, or in one in quotes", () => {
    expect(named('Last name\tFirst name\nKhan\tAmina\n"Ahmed, Bilal"')).toEqual(["Amina Khan", "Bilal Ahmed"])
    expect(named('"Ahmed, Bilal",bilal@x.example')).toEqual(["Bilal Ahmed"])
    expect(named('"Ahmed, Bilal"\tbilal@x.example')).toEqual(["Bilal Ahmed"])
  })

  it("passes over empty lines and a heading, and keeps line numbers as pasted", () => {
    const roster = readRoster("Student name, Email\r\n\r\nAmina Khan\r\n")
    expect(roster.heading).toBe("Student name, Email")
    expect(roster.people).toMatchObject([{ line: 3, displayName: "Amina Khan" }])
  })

  it("does not take a first line that is a person for a heading", () => {
    expect(named("Name Khan\nFirst Ali")).toEqual(["Name Khan", "First Ali"])
  })

  it("refuses what it cannot read, with line and reason, and takes the rest", () => {
    const roster = readRoster(
      [
        "Amina Khan",
        "amina  KHAN",
        "12345",
        "x@y.example",
        "A, B, C, D",
        "Bilal Ahmed, bilal@",
        "<b>Cy</b> D",
        "Q".repeat(81),
        "Dina",
      ].join("\n"),
    )
    expect(roster.people.map(({ displayName }) => displayName)).toEqual(["Amina Khan", "Dina"])
    expect(roster.refused.map(({ line, fault }) => [line, fault])).toEqual([
      [2, "twiceInList"],
      [3, "notAName"],
      [4, "noName"],
      [5, "extraUnclear"],
      [6, "badEmail"],
      [7, "notAName"],
      [8, "nameTooLong"],
    ])
  })

  it("reads names in other scripts", () => {
    expect(named("أمينة خان\n李明\nКхан, Амина")).toEqual(["أمينة خان", "李明", "Амина Кхан"])
  })

  it("accounts for every line that is not empty", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme" }), { maxLength: 30 }), (lines) => {
        const pasted = lines.map((line) => line.replace(/[\r\n]/g, "")).join("\n")
        const { people, refused, heading } = readRoster(pasted)
        const filled = pasted.split("\n").filter((line) => line.replace(/^\ufeff/, "").trim() !== "").length
        expect(people.length + refused.length + (heading === null ? 0 : 1)).toBe(filled)
        for (const person of people) if (person.userName) expect(isUserName(person.userName)).toBe(true)
      }),
    )
  })
})
