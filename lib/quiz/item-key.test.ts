import { inspect } from "node:util"
import { describe, expect, it } from "vitest"
import { ItemKey, openKey } from "@/lib/quiz/item-key"

const key = new ItemKey({ keyRevision: 1, key: { answer: "canary" }, feedback: {}, explanation: null })

describe("ItemKey", () => {
  it("throws when it is serialised, however deep it lies", () => {
    expect(() => JSON.stringify({ items: [{ key }] })).toThrow("must not be serialised")
    expect(() => `${key}`).toThrow("must not be written out")
  })

  it("shows nothing of itself to a copy, a spread or a log line", () => {
    expect(JSON.stringify({ ...key })).toBe("{}")
    expect(inspect(key, { depth: 9, showHidden: true })).not.toContain("canary")
  })

  it("opens for scoring", () => {
    expect(openKey(key, "scoring").key).toEqual({ answer: "canary" })
  })
})
