import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { fraction } from "@/lib/quiz/fraction"
import { madeAnswer, madeItem } from "@/tests/support/results-facts"
import { analyseQuiz } from "./analyse-items"
import { measureScores } from "./measure-scores"
import { readScoreCsv, type ScoreFault } from "./read-score-csv"
import { tableOfAnswers } from "./table-of-answers"

const read = (text: string) => {
  const result = readScoreCsv(text)
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  return result.file
}
const faultsOf = (text: string): ScoreFault[] => {
  const result = readScoreCsv(text)
  return result.ok ? [] : result.faults
}
const cells = (text: string) =>
  read(text).table.rows.map((row) =>
    row.cells.map((cell) => (typeof cell === "string" ? cell : cell.numerator / cell.denominator)),
  )

describe("readScoreCsv", () => {
  it("reads students by items, with and without names of either", () => {
    for (const text of [
      "student,q1,q2\nAnn,1,0\nBen,0,1\n",
      ",q1,q2\r\n1,1,0\r\n2,0,1\r\n",
      "q1,q2\n1,0\n0,1",
      "1,0\n0,1",
      "who,q1,q2\nAnn,1,0\nBen,0,1",
      "\ufeffStudent;q1;q2\nAnn;1;0\n\nBen;0;1\n;;\n",
      "ID\tq1\tq2\n7\t1\t0\n8\t0\t1",
      '"student","q1","q2"\n"O\'Dowd, Finn","1","0"\n"Ben","0","1"',
    ])
      expect([text, cells(text)]).toEqual([
        text,
        [
          [1, 0],
          [0, 1],
        ],
      ])
    expect(read("student,Why,\nA,1,0").names).toEqual(["Why", "2"])
  })

  it("reads parts, costs, blanks and what is not known", () => {
    expect(cells("id,a,b,c,d,e\nx,.5,-0.25,-,,NA\ny,1.,+2,–,n/a,?")).toEqual([
      [0.5, -0.25, "blank", "waiting", "waiting"],
      [1, 2, "blank", "waiting", "waiting"],
    ])
    expect(cells("id;a\nx;0,5\ny;1,25")).toEqual([[0.5], [1.25]])
  })

  it("takes the points of each item from a row that says so", () => {
    const { table } = read("student,a,b\nmax,2,4\nAnn,1,3")
    expect(table.columns.map(({ most }) => most)).toEqual([fraction(2, 1), fraction(4, 1)])
    expect(table.rows).toHaveLength(1)
  })

  it("says what is wrong and where", () => {
    expect(faultsOf("")).toEqual([{ code: "empty" }])
    expect(faultsOf("\ufeff\n\n")).toEqual([{ code: "empty" }])
    expect(faultsOf("student,a,b")).toEqual([{ code: "noStudents" }])
    expect(faultsOf("student\nAnn")).toEqual([{ code: "noItems" }])
    expect(faultsOf("student,a,b\nAnn,1\nBen,1,0\nCem,1,0,1")).toEqual([
      { code: "ragged", row: 2, cells: 2, expected: 3 },
      { code: "ragged", row: 4, cells: 4, expected: 3 },
    ])
    expect(faultsOf('student,a,b\nAnn,1,x\n"Ben",Infinity,1e3')).toEqual([
      { code: "notNumber", row: 2, column: 3, name: "b", text: "x" },
      { code: "notNumber", row: 3, column: 2, name: "a", text: "Infinity" },
      { code: "notNumber", row: 3, column: 3, name: "b", text: "1e3" },
    ])
    expect(faultsOf('id;a\nx;"1,000"')).toMatchObject([{ code: "notNumber", text: "1,000" }])
    expect(faultsOf("student,a\nAnn,12345678")).toMatchObject([{ code: "notNumber" }])
    expect(faultsOf('student,a\n"Ann,1')).toMatchObject([{ code: "quotes" }])
    expect(faultsOf(`student,a\n${"Ann,x\n".repeat(500)}`)).toHaveLength(20)
  })

  it("takes any text without falling over, and never measures anything but numbers", () => {
    const finite = (_: string, value: unknown) => {
      if (typeof value === "number") expect(Number.isFinite(value)).toBe(true)
      return value
    }
    const text = fc.array(fc.constantFrom("1", "0", ",", ";", "\n", '"', "-", "a", ".5", "max", " "), {
      maxLength: 60,
    })
    fc.assert(
      fc.property(text, (parts) => {
        const result = readScoreCsv(parts.join(""))
        if (result.ok) JSON.stringify(measureScores(result.file.table), finite)
        else expect(result.faults.length).toBeGreaterThan(0)
      }),
    )
  })
})

describe("the page and the file of scores", () => {
  const halves = fc.constantFrom<number | null>(0, 1, 2, null)
  const grid = fc.array(fc.array(halves, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 30 })

  it("have the same figures", () => {
    fc.assert(
      fc.property(grid, (scores) => {
        const items = [1, 2, 3, 1].map((points, at) => madeItem(`i${at}`, { points, position: at + 1 }))
        const answers = scores.flatMap((row, student) =>
          row.flatMap((numerator, at) =>
            numerator === null
              ? []
              : madeAnswer(`s${student}`, `i${at}`, { text: "said", numerator, denominator: 2 }),
          ),
        )
        const finishers = scores.map((_, student) => ({ enrolmentId: `s${student}`, itemIds: null }))
        const page = analyseQuiz({ items, answers, finishers })
        const { rows } = tableOfAnswers({ items, answers, finishers })
        const line = (row: (typeof rows)[number]) =>
          row.cells.map((cell) => (typeof cell === "string" ? "-" : cell.numerator / cell.denominator))
        const csv = [
          ["student", "a", "b", "c", "d"],
          ["max", 1, 2, 3, 1],
          ...rows.map((row) => [row.id, ...line(row)]),
        ]
        const file = measureScores(read(csv.map((one) => one.join(",")).join("\n")).table)
        const figures = (list: (typeof file)["items"]) =>
          list.map(({ id: _, groups, ...rest }) => ({
            ...rest,
            groups: groups && [
              groups.upper.length,
              groups.lower.length,
              groups.upperShare,
              groups.lowerShare,
            ],
          }))
        expect(file.quiz).toEqual(page.quiz)
        expect(figures(file.items)).toEqual(figures(page.items.flatMap((one) => one.figures ?? [])))
      }),
    )
  })
})
