import { parse } from "csv-parse/sync"
import { describe, expect, it } from "vitest"
import { buildGrid } from "@/lib/results/grid/build-grid"
import { madeAttempt, madeItem, madeStudent } from "@/tests/support/results-facts"
import { csvLines } from "./csv-file"
import { canvasTitle, type ScoreFacts, scoreList, splitName } from "./score-lists"

const students = [
  madeStudent("ann", {
    displayName: "Ann, of the Lake",
    attempt: madeAttempt({ earned: { numerator: 7, denominator: 3 } }),
  }),
  madeStudent("ben", { displayName: "=Ben" }),
  madeStudent("cem", { displayName: "Cem", excused: true }),
  madeStudent("dia", { displayName: "Dia", attempt: madeAttempt({ state: "open", earned: null }) }),
  madeStudent("eve", { displayName: "Eve", hasLeft: true, attempt: madeAttempt() }),
]

const facts: ScoreFacts = {
  grid: buildGrid({ students, items: [madeItem("a", { points: 4 })], answers: [], sentenceCount: 3 }),
  title: "Fake neutrality? (2022)",
  className: "Civics 9B",
  teacherName: "Ms Noor",
  // 1 December in Karachi, still 30 November in Greenwich.
  dueAt: new Date("2026-11-30T19:30:00Z"),
  timeZone: "Asia/Karachi",
  emails: new Map([["ann", "ann@school.test"]]),
}

const empty: ScoreFacts = { ...facts, grid: { rows: [], pointsPossible: 4 } }

const read = (rows: ReturnType<typeof scoreList>): string[][] =>
  parse(csvLines(rows), { relaxColumnCount: true })

describe("scoreList", () => {
  it("writes what the reader of Canvas's gradebook looks for", () => {
    expect(read(scoreList("canvas", facts))).toEqual([
      ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "Fake neutrality? [2022]"],
      ["    Points Possible", "", "", "", "", "4"],
      ["Ann, of the Lake", "", "", "ann@school.test", "Civics 9B", "2.33"],
      ["'=Ben", "", "", "ben", "Civics 9B", ""],
      ["Cem", "", "", "cem", "Civics 9B", "EX"],
      ["Dia", "", "", "dia", "Civics 9B", ""],
    ])
  })

  it("writes the columns of Google Classroom's own grades", () => {
    expect(read(scoreList("classroom", facts)).slice(0, 3)).toEqual([
      ["Last Name", "First Name", "Email Address", "Fake neutrality? (2022)"],
      ["Lake", "Ann, of the", "ann@school.test", "2.33"],
      ["", "'=Ben", "", ""],
    ])
  })

  it("writes PowerTeacher Pro's template, seven lines and the heads", () => {
    expect(read(scoreList("powerteacher", facts)).slice(0, 10)).toEqual([
      ["Teacher Name:", "Ms Noor", ""],
      ["Class:", "Civics 9B", ""],
      ["Assignment Name:", "Fake neutrality? (2022)", ""],
      ["Due Date:", "2026-12-01", ""],
      ["Points Possible:", "4.0", ""],
      ["Extra Points:", "0.0", ""],
      ["Score Type:", "POINTS", ""],
      ["Student Num", "Student Name", "Score"],
      ["ann", "Ann, of the Lake", "2.33"],
      ["ben", "'=Ben", ""],
    ])
  })

  it.each(["canvas", "classroom", "powerteacher"] as const)(
    "leaves out who has left, and is all heads for an empty class: %s",
    (shape) => {
      expect(JSON.stringify(scoreList(shape, facts))).not.toContain("Eve")
      const heads = scoreList(shape, facts).length - 4
      expect(scoreList(shape, empty)).toEqual(scoreList(shape, facts).slice(0, heads))
    },
  )
})

describe("canvasTitle", () => {
  it.each([
    ["Quiz (12) on trade", "Quiz (12) on trade"],
    ["Quiz (12) ", "Quiz [12]"],
    ["My final grade", "My final-grade"],
  ])("keeps %j from being read as something of Canvas's own", (title, expected) => {
    expect(canvasTitle(title)).toBe(expected)
  })
})

describe("splitName", () => {
  it.each([
    ["Ann Marie Lake", "Ann Marie", "Lake"],
    [" Cher ", "Cher", ""],
    ["", "", ""],
    ["عائشہ خان", "عائشہ", "خان"],
  ])("splits %j at its last blank", (name, first, last) => {
    expect(splitName(name)).toEqual({ first, last })
  })
})
