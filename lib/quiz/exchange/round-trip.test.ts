import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { classified, gapItem, gapped, item, uncommented } from "@/lib/quiz/exchange/any-item"
import { asMatching, isClassified } from "@/lib/quiz/exchange/as-matching"
import { readQuizTable } from "@/lib/quiz/exchange/csv/read-quiz-table"
import { fitsTable, writeQuizTable } from "@/lib/quiz/exchange/csv/write-quiz-table"
import type { ExchangeItem, RichText } from "@/lib/quiz/exchange/exchange-item"
import { readGift } from "@/lib/quiz/exchange/gift/read-gift"
import { fitsGift, writeGift } from "@/lib/quiz/exchange/gift/write-gift"
import { readMoodleXml } from "@/lib/quiz/exchange/moodle/read-moodle-xml"
import { fitsMoodle, writeMoodleXml } from "@/lib/quiz/exchange/moodle/write-moodle-xml"

const readBack = (read: typeof readGift, text: string) => {
  const { items, skipped } = read(text)
  expect(skipped).toEqual([])
  return items.map(({ value }) => value)
}

describe("written and read again, nothing is lost", () => {
  it("in GIFT", () => {
    fc.assert(
      fc.property(fc.array(item.map(uncommented), { minLength: 1, maxLength: 4 }), (items) => {
        const fitting = items.filter(fitsGift)
        const arrows = items.filter((one) => !fitsGift(one))
        expect(arrows.every((one) => JSON.stringify(one.answer).includes("->"))).toBe(true)
        expect(readBack(readGift, writeGift(fitting))).toEqual(fitting)
      }),
      { numRuns: 60 },
    )
  })

  it("in Moodle XML, points included", () => {
    fc.assert(
      fc.property(
        fc.array(item, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(1, 2.5, 20),
        (items, points) => {
          const pointed = items.map((one) => ({ ...one, points }))
          expect(pointed.every(fitsMoodle)).toBe(true)
          expect(readBack(readMoodleXml, writeMoodleXml(pointed))).toEqual(pointed)
        },
      ),
      { numRuns: 60 },
    )
  })

  it("of a gap in its sentence, in both", () => {
    fc.assert(
      fc.property(gapped, (answers) => {
        const items = answers.map(gapItem).filter(fitsGift)
        expect(readBack(readGift, writeGift(items))).toEqual(items)
      }),
      { numRuns: 60 },
    )
    const pieces = ["It ", { weight: 2, kind: "numeric" as const, answers: [] }, "."]
    expect(fitsGift(gapItem({ type: "gap", pieces: pieces.slice(0, 2) }))).toBe(false)
  })

  it("in a table, of what fits one, with a spreadsheet’s guard against formulas", () => {
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 4 }), (items) => {
        const fitting = items.filter(fitsTable).map((one) => ({ ...one, category: [] }))
        const guard = (cell: string) => (/^[=+\-@]/.test(cell) ? `'${cell}` : cell)
        const rows = writeQuizTable(fitting).map((cells, at) => ({ row: at + 1, cells: cells.map(guard) }))
        expect(readBack(() => readQuizTable(rows), "")).toEqual(fitting)
      }),
      { numRuns: 60 },
    )
  })

  it("of a classification in a table, twenty statements long", () => {
    fc.assert(
      fc.property(classified, (one) => {
        const items: ExchangeItem[] = [
          { ...gapItem(one), prompt: { format: "plain" as const, text: "Whose claim?" } },
        ]
        const fitting = items.filter(fitsTable)
        const rows = writeQuizTable(fitting).map((cells, at) => ({ row: at + 1, cells }))
        expect(readBack(() => readQuizTable(rows), "")).toEqual(fitting)
        if (!fitting.length) expect(JSON.stringify(one)).toContain("->")
        // Moodle and GIFT have but pairs.
        expect(items.some(fitsGift) || items.some(fitsMoodle)).toBe(false)
        const pairs = items.filter(isClassified).map(asMatching)
        expect(readBack(readMoodleXml, writeMoodleXml(pairs))).toEqual(pairs)
      }),
      { numRuns: 60 },
    )
  })

  it("of files written elsewhere: from GIFT to GIFT, and by way of Moodle XML", () => {
    const folder = path.resolve(import.meta.dirname, "../../../tests/fixtures/gift")
    for (const name of readdirSync(folder).filter((one) => one.endsWith(".gift"))) {
      const items = readGift(readFileSync(path.join(folder, name), "utf8")).items.map(({ value }) => value)
      expect(readBack(readGift, writeGift(items))).toEqual(items)
      expect(readBack(readMoodleXml, writeMoodleXml(items)).map(even)).toEqual(items.map(even))
    }
  })
})

/** Moodle XML keeps no format beside a short answer, nor in a gap, and takes a comment of nothing but tags for none. */
const even = (one: ExchangeItem) =>
  JSON.parse(JSON.stringify(one), (key, value) => {
    if (key === "format") return undefined
    if (key === "feedback" && value && /^(<[^>]*>)*$/.test((value as RichText).text)) return null
    return value
  })
