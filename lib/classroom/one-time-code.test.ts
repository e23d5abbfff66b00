import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { codeAt, keyUri, matchStep, timeStep, toBase32 } from "./one-time-code"

const secret = Buffer.from("12345678901234567890")
const at = (seconds: number) => new Date(seconds * 1000)

describe("codes", () => {
  // RFC 6238, appendix B, the rows for SHA-1.
  it.each([
    [59, "94287082"],
    [1_111_111_109, "07081804"],
    [1_111_111_111, "14050471"],
    [1_234_567_890, "89005924"],
    [2_000_000_000, "69279037"],
    [20_000_000_000, "65353130"],
  ])("at second %d are those of RFC 6238", (seconds, expected) => {
    expect(codeAt(secret, timeStep(at(seconds)), 8)).toBe(expected)
    expect(codeAt(secret, timeStep(at(seconds)))).toBe(expected.slice(2))
  })

  // RFC 4226, appendix D.
  it("are those of RFC 4226", () => {
    const expected = "755224 287082 359152 969429 338314 254676 287922 162583 399871 520489".split(" ")
    expect(expected.map((_, counter) => codeAt(secret, counter))).toEqual(expected)
  })
})

describe("a code that was typed", () => {
  const now = at(1_111_111_109)
  const present = timeStep(now)
  const match = (typed: string, lastStep = 0) => matchStep(secret, typed, { now, lastStep })

  it("is taken for the present step and the ones beside it, spaces or not", () => {
    for (const step of [present - 1, present, present + 1]) expect(match(codeAt(secret, step))).toBe(step)
    expect(match(`${codeAt(secret, present).slice(0, 3)} ${codeAt(secret, present).slice(3)} `)).toBe(present)
    for (const step of [present - 2, present + 2]) expect(match(codeAt(secret, step))).toBeNull()
  })

  it("is not taken a second time, nor one from before the last", () => {
    expect(match(codeAt(secret, present), present)).toBeNull()
    expect(match(codeAt(secret, present - 1), present)).toBeNull()
    expect(match(codeAt(secret, present + 1), present)).toBe(present + 1)
  })

  it("is six digits of our own kind and nothing else", () => {
    for (const typed of ["", "12345", "1234567", "abcdef", "٠٨١٨٠٤", "-81804"])
      expect(match(typed)).toBeNull()
  })

  it("is never taken twice in any order of tries", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 12 }), (offsets) => {
        const taken: number[] = []
        for (const offset of offsets) {
          const step = match(codeAt(secret, present + offset), taken.at(-1) ?? 0)
          if (step !== null) taken.push(step)
        }
        expect(taken).toEqual([...new Set(taken)].sort((a, b) => a - b))
      }),
    )
  })
})

describe("what an app is told", () => {
  // RFC 4648, section 10, without padding.
  it.each([
    ["", ""],
    ["f", "MY"],
    ["fo", "MZXQ"],
    ["foo", "MZXW6"],
    ["foob", "MZXW6YQ"],
    ["fooba", "MZXW6YTB"],
    ["foobar", "MZXW6YTBOI"],
  ])("base 32 of %j is %j", (text, expected) => expect(toBase32(Buffer.from(text))).toBe(expected))

  it("names school and person, whatever signs they hold", () => {
    const uri = keyUri(secret, { school: "St. Mary's: City & School", userName: "zoë" })
    expect(uri).toBe(
      "otpauth://totp/St.%20Mary's%20%20City%20%26%20School:zo%C3%AB?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=St.%20Mary's%20%20City%20%26%20School",
    )
  })
})
