import { describe, expect, it } from "vitest"
import {
  daysFromNow,
  handedIn,
  madeCell,
  madeGradebook,
  madeWork,
  NOW,
} from "@/tests/support/gradebook-facts"
import { arrangeRows, readGradebookQuery, sortHref } from "./gradebook-query"
import { releaseState } from "./release-state"
import { type CellWords, tableView } from "./table-view"

const words: CellWords = {
  notOpen: "later",
  notStarted: "·",
  underWay: "begun",
  waiting: "to grade",
  handedIn: "done",
  missing: "absent",
  excused: "excused: medical",
  late: (days) => `late ${days} d`,
  set: "set",
}
const works = [
  madeWork("old", { dueAt: daysFromNow(-8), categoryId: "two" }),
  madeWork("new", { dueAt: daysFromNow(-3), categoryId: "one" }),
  madeWork("own", { dueAt: daysFromNow(-5) }),
]
const categories = [
  { id: "one", name: "Quizzes", weight: 2, dropLowest: 0 },
  { id: "two", name: "Essays", weight: 1, dropLowest: 1 },
  { id: "three", name: "Nothing yet", weight: 1, dropLowest: 0 },
]

describe("tableView", () => {
  it("puts assignments together by category, and those in none last", () => {
    const book = madeGradebook({ ann: [handedIn(1), handedIn(2), handedIn(3)] }, works, { categories })
    const view = tableView(book, book.rows, words)
    expect(view.columns.map(({ work }) => work.assignmentId)).toEqual(["new", "old", "own"])
    expect(view.groups).toMatchObject([
      { name: "Quizzes", columns: 1 },
      { name: "Essays", columns: 1 },
    ])
    expect(view.rows[0]?.cells.map((cell) => cell.split("\n")[0])).toEqual(["s2", "s1", "s3"])
    expect(view.columns[0]?.mean).toEqual({ text: "2", n: 1 })
  })

  it("says what a cell is in the class's words, and what is beside it", () => {
    const plain = madeWork("w", { latePercentPerDay: 0 })
    const override = { earned: { numerator: 19, denominator: 2 }, possible: 10 }
    const cells = [
      [handedIn(17, 2, { submittedAt: daysFromNow(-2) }), "s8½\nlate 1 d"],
      [madeCell(), "mabsent"],
      [madeCell({ excused: true }), "eexcused: medical"],
      [madeCell({ override }), "s9½\nset"],
      [handedIn(2, 1, { waiting: 1 }), "w2\nto grade"],
      [madeCell({ closesAt: daysFromNow(1), begun: true }), "ubegun"],
    ] as const
    for (const [cell, text] of cells) {
      const book = madeGradebook({ ann: [cell] }, [plain])
      expect(tableView(book, book.rows, words).rows[0]?.cells).toEqual([text])
    }
  })

  it("shows a lowest score that was left out in brackets", () => {
    const both = [madeWork("a", { categoryId: "two" }), madeWork("b", { categoryId: "two" })]
    const book = madeGradebook({ ann: [handedIn(9), handedIn(4)] }, both, { categories })
    expect(tableView(book, book.rows, words).rows[0]).toMatchObject({ cells: ["s9", "s(4)"], total: "90" })
  })
})

describe("the order of rows", () => {
  const book = madeGradebook({ Cem: [handedIn(5)], ann: [handedIn(9)], Élodie: [], bo: [handedIn(5)] }, [
    madeWork("a", { closesAt: daysFromNow(1) }),
  ])
  const names = (raw: Record<string, string>) =>
    arrangeRows(book.rows, readGradebookQuery(raw), "en").map(({ person }) => person.displayName)

  it("is by name, or by total with those without one last", () => {
    expect(names({})).toEqual(["ann", "bo", "Cem", "Élodie"])
    expect(names({ dir: "down" })).toEqual(["Élodie", "Cem", "bo", "ann"])
    expect(names({ sort: "total", dir: "down" })).toEqual(["ann", "bo", "Cem", "Élodie"])
    expect(names({ sort: "total" })).toEqual(["bo", "Cem", "ann", "Élodie"])
  })

  it("finds by letters without their marks", () => expect(names({ find: "elodie" })).toEqual(["Élodie"]))

  it("takes what it knows from an address, and keeps it in the next", () => {
    const query = readGradebookQuery({ sort: "1; drop", dir: "x", find: " a&b ", work: "w" })
    expect(query).toEqual({ sort: "name", direction: "up", find: "a&b", work: "w" })
    expect(sortHref("/x", query, "total")).toBe("/x?sort=total&dir=down&find=a%26b&work=w")
    expect(sortHref("/x", readGradebookQuery({}), "name")).toBe("/x?dir=down")
    expect(sortHref("/x", readGradebookQuery({ dir: "down" }), "name")).toBe("/x")
  })
})

describe("releaseState", () => {
  it.each([
    [{ releasePolicy: "by_teacher" as const }, { state: "held" }],
    [
      { releasePolicy: "by_teacher" as const, releasedAt: daysFromNow(-1) },
      { state: "released", since: daysFromNow(-1) },
    ],
    [{ releasePolicy: "on_submit" as const }, { state: "onSubmit" }],
    [
      { releasePolicy: "after_due" as const, dueAt: daysFromNow(2) },
      { state: "later", at: daysFromNow(2) },
    ],
    [
      { releasePolicy: "after_close" as const, closesAt: daysFromNow(-2) },
      { state: "released", since: daysFromNow(-2) },
    ],
  ])("%o is %o", (change, state) => expect(releaseState(madeWork("w", change), NOW)).toEqual(state))
})
