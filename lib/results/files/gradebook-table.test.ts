import { parse } from "csv-parse/sync"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { displayPoints } from "@/lib/quiz/score-display"
import {
  daysFromNow,
  handedIn,
  madeCell,
  madeGradebook,
  madePerson,
  madeWork,
} from "@/tests/support/gradebook-facts"
import { type CellWords, tableView } from "../gradebook/table-view"
import { tableCsv } from "./csv-file"
import { type GradebookTableWords, gradebookTable } from "./gradebook-table"

const cellWords: CellWords = {
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
const words: GradebookTableWords = {
  of: (name) => name,
  category: ({ name }) => name,
  work: (column, { number, category }) => `${number} ${column} ${category?.name ?? "none"}`,
  cell: cellWords,
  kind: (kind) => `in full: ${kind}`,
  set: (computed) => `set from ${computed}`,
}
const categories = [
  { id: "one", name: "Quizzes", weight: 2, dropLowest: 0 },
  { id: "two", name: "Essays", weight: 1, dropLowest: 1 },
]

const tableOf = (...facts: Parameters<typeof madeGradebook>) => {
  const book = madeGradebook(...facts)
  return gradebookTable(book, book.rows, words)
}
/** The three cells of the only assignment. */
const cellsOf = (...facts: Parameters<typeof madeGradebook>) => tableOf(...facts).rows[0]?.slice(-3)

describe("gradebookTable", () => {
  it("has columns in the order of the screen, those in no category last", () => {
    const works = [
      madeWork("old", { dueAt: daysFromNow(-8), categoryId: "two" }),
      madeWork("new", { dueAt: daysFromNow(-3), categoryId: "one" }),
      madeWork("own", { dueAt: daysFromNow(-5) }),
    ]
    const { columns, rows } = tableOf({ ann: [handedIn(1), handedIn(2), handedIn(3)] }, works, { categories })
    expect(columns.map(({ head, kind }) => `${head}: ${kind}`)).toEqual([
      "student: text",
      "userName: text",
      "state: text",
      "total: share",
      "Quizzes: share",
      "Essays: share",
      ...["1", "2", "3"].flatMap((number) => {
        const own = { 1: "Quizzes", 2: "Essays", 3: "none" }[number]
        return [
          `${number} points ${own}: number`,
          `${number} standing ${own}: text`,
          `${number} marks ${own}: text`,
        ]
      }),
    ])
    expect(rows[0]?.slice(0, 7)).toEqual(["ann", "ann", "inClass", 0.167, 0.2, 0.1, 2])
    expect(rows[0]?.[9]).toBe(1)
    expect(rows[0]?.[12]).toBe(3)
  })

  it("says in the class's words what a cell is, and has no zero for what is not there", () => {
    const override = { earned: { numerator: 19, denominator: 2 }, possible: 10 }
    const cases = [
      [handedIn(17, 2), [8.5, "in full: scored", null]],
      [handedIn(1, 3, { submittedAt: daysFromNow(-2) }), [0.33, "in full: scored, late 1 d", null]],
      [handedIn(0), [0, "in full: scored", null]],
      [madeCell(), [null, "absent", "zero"]],
      [madeCell({ override }), [9.5, "absent", "set from 0"]],
      [madeCell({ override, closesAt: daysFromNow(1) }), [9.5, "in full: notStarted", "set from null"]],
      [{ ...handedIn(7), override }, [9.5, "in full: scored", "set from 7"]],
      [{ ...handedIn(7), override, excused: true }, [null, "excused: medical", null]],
      [handedIn(2, 1, { waiting: 1 }), [2, "in full: waiting", null]],
      [madeCell({ closesAt: daysFromNow(1), begun: true }), [null, "in full: underWay", null]],
    ] as const
    for (const [cell, said] of cases) expect(cellsOf({ ann: [cell] }, [madeWork("w")])).toEqual(said)
    expect(cellsOf({ ann: [null] }, [madeWork("w")], { missingCounts: "never" })).toEqual([
      null,
      "absent",
      null,
    ])
    expect(cellsOf({ ann: [handedIn(0)] }, [madeWork("w", { possible: 0 })])).toEqual([
      null,
      "in full: handedIn",
      null,
    ])
  })

  it("marks a lowest score that was left out", () => {
    const both = [madeWork("a", { categoryId: "two" }), madeWork("b", { categoryId: "two" })]
    const { rows } = tableOf({ ann: [handedIn(9), handedIn(4)] }, both, { categories })
    expect(rows[0]?.slice(3)).toEqual([
      0.9,
      null,
      0.9,
      9,
      "in full: scored",
      null,
      4,
      "in full: scored",
      "dropped",
    ])
  })

  it("is heads alone for a class of nobody, and names alone where nothing was given", () => {
    expect(tableOf({}, [madeWork("w")])).toMatchObject({ rows: [] })
    expect(tableOf({}, [madeWork("w")]).columns).toHaveLength(7)
    expect(tableOf({ ann: [] }, []).rows).toEqual([["ann", "ann", "inClass", null]])
  })

  it("never lets a name or a word of the class run as a formula, nor break a line", () => {
    const nasty = fc
      .tuple(
        fc.constantFrom("=", "+", "-", "@", "\t", "\r", "\n", '"', ",", "ی", " ="),
        fc.string({ unit: "binary" }),
      )
      .map((parts) => parts.join(""))
    fc.assert(
      fc.property(nasty, nasty, (name, word) => {
        const book = madeGradebook({ ann: [null] }, [madeWork("w")], {
          people: [madePerson("ann", { displayName: name, hasLeft: true })],
        })
        const own = { ...words, cell: { ...cellWords, missing: word } }
        const [heads, row, ...more] = parse(tableCsv(gradebookTable(book, book.rows, own), "UTC"), {
          bom: true,
        }) as string[][]
        expect(more).toEqual([])
        expect(row).toHaveLength(heads?.length ?? 0)
        const harmless = (cell: string | undefined, said: string) =>
          expect([said, `'${said}`]).toContain(cell)
        harmless(row?.[0], name)
        harmless(row?.[5], word)
        for (const cell of row ?? []) expect(cell).not.toMatch(/^\s*[=+\-@]/)
      }),
    )
  })

  it("has the scores and totals that the screen shows", () => {
    const score = fc
      .tuple(fc.nat(40), fc.constantFrom(1, 2, 3, 4, 7))
      .map(([top, bottom]) => ({ numerator: Math.min(top, 10 * bottom), denominator: bottom }))
    const cell = fc.option(
      fc.record({ score, waiting: fc.nat(1), excused: fc.boolean(), override: fc.option(score) }),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 4 }), (people) => {
        const works = ["a", "b", "c"].map((id, at) =>
          madeWork(id, { categoryId: at < 2 ? "two" : "one", dueAt: daysFromNow(at - 6) }),
        )
        const rows = people.map((own, at) => [
          `student ${at}`,
          own.map(
            (one) =>
              one && {
                ...handedIn(one.score.numerator, one.score.denominator, { waiting: one.waiting }),
                excused: one.excused,
                override: one.override && { earned: one.override, possible: 10 },
              },
          ),
        ])
        const book = madeGradebook(Object.fromEntries(rows), works, { categories })
        const view = tableView(book, book.rows, cellWords)
        const table = gradebookTable(book, book.rows, words)
        for (const [at, shown] of view.rows.entries()) {
          const line = table.rows[at] ?? []
          expect(line[3]).toBe(shown.total === null ? null : Number((Number(shown.total) / 100).toFixed(3)))
          for (const [place, text] of shown.cells.entries()) {
            const main = (text.split("\n")[0] ?? "").slice(1).replace(/^\((.*)\)$/, "$1")
            const points = line[6 + place * 3]
            // What the screen prints as a fraction the file has to two decimals.
            const isScore = typeof points === "number"
            expect(isScore).toBe(/^[\d½⅓⅔¼¾.]+$/u.test(main))
            if (isScore) expect(Math.abs(points - numberOf(main))).toBeLessThanOrEqual(0.005)
          }
        }
      }),
    )
  })
})

const GLYPHS = new Map(
  [1, 2, 3]
    .flatMap((top) => [2, 3, 4].map((bottom) => [top, bottom] as const))
    .map(([top, bottom]) => [displayPoints({ numerator: top, denominator: bottom }), top / bottom] as const),
)

/** "8½" as a number. */
function numberOf(shown: string): number {
  const glyph = shown.at(-1) ?? ""
  if (/[\d.]/.test(glyph)) return Number(shown)
  return Number(shown.slice(0, -1)) + (GLYPHS.get(glyph) ?? Number.NaN)
}
