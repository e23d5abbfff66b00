import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { fileName } from "./file-name"

describe("fileName", () => {
  it("tells class, lesson and what", () => {
    expect(fileName(["Civics 9B", "Élan: “Fake” neutrality?", "students"], "csv")).toBe(
      "Civics-9B_Elan-Fake-neutrality_students.csv",
    )
  })

  it("never carries a path, a quote or a line end, and is never empty", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme" }), { maxLength: 4 }), (parts) => {
        expect(fileName(parts, "xlsx")).toMatch(/^[A-Za-z0-9][\w-]*\.xlsx$/)
      }),
    )
  })
})
