import { describe, expect, it } from "vitest"
import type { Gap } from "@/lib/quiz/exchange/exchange-item"
import { plainPieces } from "./plain-pieces"

const gap = (weight: number): Gap => ({ weight, kind: "short", wordings: [], ignoreCase: true })

describe("plainPieces", () => {
  it("reads HTML across its gaps", () => {
    const pieces = ["<p>The <b>caf&eacute; ", gap(1), "</b> and ", gap(2), "</p><p>Then ", gap(3), ".</p>"]
    expect(plainPieces(pieces, "html")).toEqual([
      "The café ",
      gap(1),
      " and ",
      gap(2),
      "\n\nThen ",
      gap(3),
      ".",
    ])
  })

  it("leaves no empty piece before, between and behind gaps", () => {
    expect(plainPieces(["<p>", gap(1), "<i></i>", gap(2), "</p>"], "html")).toEqual([gap(1), gap(2)])
  })

  it.each(["plain", "markdown", "moodle"] as const)("changes nothing of a text in %s", (format) => {
    const pieces = ["  a < b  ", gap(1), " *c*  d "]
    expect(plainPieces(pieces, format)).toEqual(pieces)
  })

  it("takes Moodle's auto-format for HTML where it has tags", () => {
    expect(plainPieces(["Grant is ", gap(1), " in <i>his</i> tomb"], "moodle")).toEqual([
      "Grant is ",
      gap(1),
      " in his tomb",
    ])
  })
})
