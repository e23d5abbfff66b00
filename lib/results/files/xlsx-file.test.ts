import fc from "fast-check"
import { strFromU8, unzipSync } from "fflate"
import readExcelFile from "read-excel-file/universal"
import { describe, expect, it } from "vitest"
import { type Cell, date, number, share, type Table, text } from "./table"
import { CELL_MOST, sheetNames, xlsxFile } from "./xlsx-file"

const ZONE = "Asia/Karachi"

const table = (rows: Table["rows"], name = "Students"): Table => ({
  name,
  columns: [text("Student"), number("Score"), date("Handed in"), share("Share")],
  rows,
})

const read = async (bytes: Uint8Array) => readExcelFile(new Blob([new Uint8Array(bytes)]), { trim: false })

const NASTY = [
  "=1+1",
  "+1",
  "-2",
  "@SUM(A1)",
  '=HYPERLINK("http://x","y")',
  "O’Dowd, Finn",
  'Sam "Ace" Katz',
  "عائشہ خان",
  "\u202Eevil\u202C",
  "\u200Fright to left",
  "<b>&amp;</b>",
  "two\nlines",
  "0012",
  "1e5",
  "王伟",
  "😀",
]

describe("xlsxFile", () => {
  it("keeps names, numbers, dates and gaps for what they are", async () => {
    const at = new Date("2026-11-27T04:50:00Z")
    const rows = NASTY.map((name, index) => [name, index === 3 ? null : -index / 2, at, 0.625])
    const [sheet] = await read(await xlsxFile([table(rows)], ZONE))
    expect(sheet?.sheet).toBe("Students")
    const [head, ...back] = sheet?.data ?? []
    expect(head).toEqual(["Student", "Score", "Handed in", "Share"])
    // 09:50 in Karachi: a workbook has no zones, so its clock is the school's.
    expect(back.map((row) => row.with(2, null))).toEqual(rows.map((row) => row.with(2, null).map(unsigned)))
    for (const row of back) expect(Number(row[2]) / 1000).toBeCloseTo(Date.UTC(2026, 10, 27, 9, 50) / 1000, 1)
  })

  it("has no formula in it, and keeps the heads in sight", async () => {
    const parts = unzipSync(await xlsxFile([table(NASTY.map((name) => [name, 1, null, null]))], ZONE))
    const sheet = strFromU8(parts["xl/worksheets/sheet1.xml"] ?? new Uint8Array())
    expect(sheet).not.toMatch(/<f[ >]/)
    expect(sheet).toMatch(/<pane[^>]*ySplit="1"[^>]*state="frozen"/)
    expect(sheet).toMatch(/<col [^>]*width=/)
  })

  it("writes an empty table with its heads", async () => {
    const [sheet] = await read(await xlsxFile([table([])], ZONE))
    expect(sheet?.data).toEqual([["Student", "Score", "Handed in", "Share"]])
  })

  it("loses nothing of whatever is written but what XML cannot hold, and lets no text become a number", async () => {
    const cell = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom(...NASTY),
      fc.tuple(fc.constantFrom("=", "+", "-", "@", "\t", " "), fc.string()).map((two) => two.join("")),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 8 }), async (names) => {
        const filled = names.map((name) => `${name}.`)
        const bytes = await xlsxFile(
          [{ name: "a", columns: [text("x")], rows: filled.map((one) => [one]) }],
          ZONE,
        )
        const back = (await read(bytes))[0]?.data.slice(1).map(([one]) => one)
        expect(back).toEqual(filled.map(holdable))
      }),
      { numRuns: 60 },
    )
  })

  it("cuts what no cell can hold, and says that it is cut", async () => {
    const long = "x".repeat(CELL_MOST + 5)
    const [sheet] = await read(await xlsxFile([{ name: "a", columns: [text("x")], rows: [[long]] }], ZONE))
    const back = String(sheet?.data[1]?.[0])
    expect(back).toHaveLength(CELL_MOST)
    expect(back.endsWith("…")).toBe(true)
  })
})

/** There is one zero in a workbook. */
const unsigned = (cell: Cell): Cell => (cell === 0 ? 0 : cell)

/**
 * What XML 1.0 may hold and does not advise against, and its one line end: https://www.w3.org/TR/xml/#charsets. The
 * library leaves out U+FFFD as well, which stands for a sign that was lost before.
 */
const holdable = (written: string): string => written.replace(/\r\n?/g, "\n").replace(NOT_HELD, "")

const NOT_HELD =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what XML leaves out
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFFFD\p{Noncharacter_Code_Point}]/gu

describe("sheetNames", () => {
  it("are what Excel takes", () => {
    expect(sheetNames(["a/b:c*d?[e]\\f", "", "'quoted'", "History", "x".repeat(40)])).toEqual([
      "a b c d e f",
      "Sheet",
      "quoted",
      "History 2",
      "x".repeat(31),
    ])
  })

  it("are no two the same", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 40 }), { maxLength: 20 }), (wanted) => {
        const names = sheetNames(wanted)
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(wanted.length)
        for (const name of names) expect(name).toMatch(/^(?!')[^[\]:*?/\\]{1,31}(?<!')$/)
      }),
    )
  })
})
