import { describe, expect, test } from "vitest"
import { type DigestFacts, isDigestDue, MOST_FAILURES } from "./digest-due"

const facts: DigestFacts = { minute: 1020, digestAt: 1020, quiet: null, today: null }

describe("the mail of the day", () => {
  test("goes out from its minute on", () => {
    expect(isDigestDue({ ...facts, minute: 1019 })).toBe(false)
    expect(isDigestDue(facts)).toBe(true)
    expect(isDigestDue({ ...facts, minute: 1439 })).toBe(true)
  })

  test("waits for the end of quiet hours", () => {
    const quiet = { from: 1000, to: 1100 }
    expect(isDigestDue({ ...facts, quiet })).toBe(false)
    expect(isDigestDue({ ...facts, quiet, minute: 1100 })).toBe(true)
  })

  test("goes out once: not after it was sent, nor while somebody sends it", () => {
    expect(isDigestDue({ ...facts, today: { isClaimed: true, failures: 0 } })).toBe(false)
    expect(isDigestDue({ ...facts, today: { isClaimed: true, failures: 1 } })).toBe(false)
  })

  test("is tried a few times where it failed", () => {
    const tried = (failures: number) => isDigestDue({ ...facts, today: { isClaimed: false, failures } })
    expect(tried(1)).toBe(true)
    expect(tried(MOST_FAILURES - 1)).toBe(true)
    expect(tried(MOST_FAILURES)).toBe(false)
  })
})
