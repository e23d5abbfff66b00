import { parse } from "csv-parse/sync"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { csvFile, harmlessCell } from "./csv-file"

const read = (file: string): string[][] => parse(file, { bom: true, relaxColumnCount: true })

describe("csvFile", () => {
  it("marks itself as UTF-8 and keeps commas, quotes and line ends in names", () => {
    const names = ["O’Dowd, Finn", 'Sam "Ace" Katz', "Tomás\nVidal", "王伟", "Elif Yıldız"]
    const file = csvFile([names])
    expect(file.startsWith("\uFEFF")).toBe(true)
    expect(read(file)).toEqual([names])
  })

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\n=x", " =x", "＝x", "\u200B=x"])(
    "disarms %j",
    (text) => {
      expect(harmlessCell(text)).toBe(`'${text}`)
    },
  )

  it("leaves numbers alone, below zero too", () => {
    expect(read(csvFile([[-1.5, 0, null]]))).toEqual([["-1.5", "0", ""]])
  })

  it("never lets a formula through, whatever is written, and loses nothing", () => {
    const cell = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc
        .tuple(fc.constantFrom("=", "+", "-", "@", "\t", "\r", '"', ",", "＝"), fc.string())
        .map((two) => two.join("")),
    )
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 5 }),
        (rows) => {
          const back = read(csvFile(rows))
          for (const [r, row] of rows.entries())
            for (const [c, text] of row.entries()) {
              const written = back[r]?.[c] ?? ""
              expect(written).not.toMatch(/^[=+\-@\t\r]/)
              expect(written === text || written === `'${text}`).toBe(true)
            }
        },
      ),
    )
  })
})
