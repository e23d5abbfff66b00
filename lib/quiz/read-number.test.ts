import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { plainNumber } from "@/lib/quiz/exact-number"
import { readNumber } from "@/lib/quiz/read-number"

const read = (text: string): string | null => {
  const number = readNumber(text)
  return number && plainNumber(number)
}

describe("readNumber", () => {
  it.each([
    ["35", "35"],
    ["  35 ", "35"],
    ["+35", "35"],
    ["1.5", "1.5"],
    ["1,5", "1.5"],
    [".5", "0.5"],
    ["5.", "5"],
    ["0,500", "0.5"],
    ["1.500", "1.5"],
    ["1,500", "1500"],
    ["85,000,000", "85000000"],
    ["8,50,00,000", "85000000"],
    ["1.500.000", "1500000"],
    ["1.500,25", "1500.25"],
    ["1,500.25", "1500.25"],
    ["1 500,250", "1500.25"],
    ["1\u202F500", "1500"],
    ["1'500", "1500"],
    ["1’500.5", "1500.5"],
    ["-7", "-7"],
    ["−7", "-7"],
    ["– 7", "-7"],
    ["85e6", "85000000"],
    ["1.5E-3", "0.0015"],
    ["۳۵", "35"],
    ["٣٥٫٥", "35.5"],
    ["١٬٥٠٠", "1500"],
    ["१२३", "123"],
    ["３５", "35"],
    ["𝟛𝟝", "35"],
    ["\u200F35\u200E", "35"],
  ])("reads %s as %s", (text, number) => {
    expect(read(text)).toBe(number)
  })

  it.each([
    "",
    " ",
    "-",
    ".",
    ",",
    "thirty-five",
    "35 or 36",
    "35%",
    "$35",
    "1,5,7",
    "1,50,7",
    "1.5.0",
    "1,500,25",
    "1 5",
    "1.500.00",
    "12 34,5",
    "10³",
    "½",
    "1/2",
    "0x10",
    "NaN",
    "Infinity",
    "--5",
    "5-",
    "1e",
    "1e999",
    "9".repeat(41),
  ])("does not read %j", (text) => {
    expect(read(text)).toBeNull()
  })

  it("reads back whatever a number is written as, by any of these customs", () => {
    const customs = [
      { locale: "en-GB" },
      { locale: "de-DE" },
      { locale: "fr-FR" },
      { locale: "en-IN" },
      { locale: "de-CH" },
      { locale: "ur-PK", numberingSystem: "arabext" },
      { locale: "hi-IN", numberingSystem: "deva" },
    ]
    // Two places, so that a lone point never stands before exactly three digits.
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.constantFrom(...customs),
        (hundredths, { locale, numberingSystem }) => {
          const value = hundredths / 100
          const options = { minimumFractionDigits: 2, maximumFractionDigits: 2, numberingSystem }
          const written = new Intl.NumberFormat(locale, options).format(value)
          expect(Number(read(written)), `${locale}: ${written}`).toBe(value === 0 ? 0 : value)
        },
      ),
    )
  })

  it("never throws, whatever is typed", () => {
    const anything = fc.string({
      unit: fc.nat(0x10ffff).map((code) => String.fromCodePoint(code)),
      maxLength: 41,
    })
    const marks = fc.string({ unit: fc.constantFrom(..."-+0159.,' e"), maxLength: 40 })
    fc.assert(
      fc.property(fc.oneof(anything, marks), (text) => {
        const number = readNumber(text)
        if (number) expect(number.places).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})
