import path from "node:path"
import { parse } from "csv-parse/sync"
import fc from "fast-check"
import { strFromU8, unzipSync } from "fflate"
import { describe, expect, it } from "vitest"
import { csvFile } from "@/lib/results/files/csv-file"
import { xlsxFile } from "@/lib/results/files/xlsx-file"
import { recordTried, tries } from "@/tests/assurance/record"
import { readSources } from "@/tests/house/source-files"

const promise = "spreadsheets-run-nothing"
const read = (file: string): string[][] => parse(file, { bom: true, relaxColumnCount: true })

/** How a formula begins for one spreadsheet program or another, with what may stand before it. */
const before = fc.constantFrom("", " ", "\t", "\r", "\n", "\u200b", "\ufeff", "\u00a0", '"', "'", ",", ";")
const start = fc.constantFrom("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "%", "|")
const rest = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.constantFrom(
    "cmd|' /C calc'!A0",
    'HYPERLINK("http://evil.example")',
    "1+1",
    "SUM(A1:A9)",
    "IMPORTXML(A1)",
  ),
)
const cell = fc.oneof(
  fc.tuple(before, start, rest).map((parts) => parts.join("")),
  fc.string({ unit: "grapheme" }),
)
const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 })

const startsFormula = (text: string): boolean => /^[\s\u200B\uFEFF]*[=+\-@\t\r＝＋－＠]/.test(text)

describe("a table that leaves in a file", () => {
  it("as CSV begins no cell as a formula, and loses nothing", () => {
    const count = tries(1_000, 100_000)
    let cells = 0
    let lost = 0
    fc.assert(
      fc.property(table, (rows) => {
        const back = read(csvFile(rows.map((row) => ["first", ...row])))
        for (const [r, row] of rows.entries())
          for (const [c, text] of row.entries()) {
            const written = back[r]?.[c + 1] ?? ""
            cells++
            if (startsFormula(written) || (written !== text && written !== `'${text}`)) lost++
          }
      }),
      { numRuns: count, seed: 49 },
    )
    recordTried({ promise, tried: cells, of: "cells written as CSV", lost })
    expect(lost).toBe(0)
  }, 600_000)

  it("as a workbook has texts and no formulas", async () => {
    const count = tries(20, 1_000)
    let cells = 0
    let lost = 0
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const columns = Array.from({ length: 6 }, (_, at) => ({ head: `=head${at}`, kind: "text" as const }))
        const bytes = await xlsxFile([{ name: "=1+1", columns, rows }], "UTC")
        for (const [name, part] of Object.entries(unzipSync(bytes))) {
          const xml = strFromU8(part)
          if (name.startsWith("xl/worksheets/") && /<f[\s>]|t="str"/.test(xml)) lost++
        }
        cells += rows.flat().length
      }),
      { numRuns: count, seed: 49 },
    )
    recordTried({ promise, tried: cells, of: "cells written into workbooks", lost })
    expect(lost).toBe(0)
  }, 600_000)

  it("is written in one place, so that none goes by another way", () => {
    const root = path.resolve(import.meta.dirname, "../..")
    const writers = readSources(root)
      .filter(({ place }) => !place.includes(".test.") && !place.startsWith("tests/"))
      .filter(({ imports }) => imports.some(({ target }) => /^(csv-stringify|write-excel-file)/.test(target)))
      .map(({ place }) => place)
    expect(writers.sort()).toEqual(["lib/results/files/csv-file.ts", "lib/results/files/xlsx-file.ts"])
  })
})
