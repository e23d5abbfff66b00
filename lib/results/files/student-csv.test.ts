import { parse } from "csv-parse/sync"
import { describe, expect, it } from "vitest"
import { handedIn, madeCell, madeGradebook, madeWork, NOW } from "@/tests/support/gradebook-facts"
import { buildStudentReport, type StudentDetails } from "../gradebook/build-student-report"
import { studentCsv } from "./student-csv"

const words = {
  of: (name: string) => name,
  skill: (skill: string) => skill,
  standing: () => "in",
  moment: (instant: Date) => instant.toISOString(),
}

const details = (changes: Partial<StudentDetails> = {}): StudentDetails => ({
  steps: new Map(),
  answers: [],
  history: [],
  terms: new Map(),
  ...changes,
})

const rowsOf = (text: string): string[][] => parse(text, { bom: true, relax_column_count: true })

describe("studentCsv", () => {
  it("says what the page says, and runs as no formula", () => {
    const title = '=HYPERLINK("x"), "quoted"'
    const override = { earned: { numerator: 9, denominator: 1 }, possible: 10 }
    const book = madeGradebook({ "=ann": [{ ...handedIn(17, 2), override }, madeCell({ excused: true })] }, [
      madeWork("a", { title }),
      madeWork("b"),
    ])
    const history = [
      {
        id: "1",
        assignmentId: "a",
        at: NOW,
        by: "Ms L",
        reason: "+1",
        reasonShown: false,
        from: null,
        to: override,
      },
    ]
    const answers = [1, 2, 3].map((position) => ({
      assignmentId: "a",
      number: 1,
      position,
      skills: ["@RI.1"],
      share: { numerator: 1, denominator: 2 },
      comment: position === 1 ? "-well\nread" : null,
    }))
    const report = buildStudentReport(book, "=ann", details({ history, answers }))
    if (!report) throw new Error("nobody")
    const rows = rowsOf(studentCsv(report, words))
    expect(rows[0]).toEqual(["student", "'=ann"])
    expect(rows[2]?.slice(0, 2)).toEqual([`'${title}`, ""])
    expect(rows[2]?.slice(5, 12)).toEqual(["9", "10", "90", "yes", "8.5", "yes", "'+1"])
    expect(rows[2]?.[16]).toBe("1: -well\nread")
    expect(rows[3]?.slice(5, 9)).toEqual(["", "", "", "no"])
    expect(rows[4]?.[7]).toBe("90")
    expect(rows[5]).toEqual(["'@RI.1", "", "", "", "", "", "3", "50"])
  })

  it("leaves an empty line of nothing for a student of an empty class", () => {
    const report = buildStudentReport(madeGradebook({ ann: [] }, []), "ann", details())
    if (!report) throw new Error("nobody")
    expect(rowsOf(studentCsv(report, words))).toHaveLength(3)
    expect(buildStudentReport(madeGradebook({}, []), "ann", details())).toBeNull()
  })
})
