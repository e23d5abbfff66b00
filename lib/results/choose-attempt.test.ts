import { describe, expect, it } from "vitest"
import { madeAnswer, madeItem } from "@/tests/support/results-facts"
import { chooseAttempt, type StoredAttempt } from "./choose-attempt"
import { pointsPossible } from "./item-points"

const due = new Date("2026-11-24T09:00:00Z")

const attempt = (number: number, changes: Partial<StoredAttempt> = {}): StoredAttempt => ({
  id: `a${number}`,
  number,
  state: "submitted",
  submittedAt: due,
  reopened: false,
  itemIds: null,
  ...changes,
})

const items = [madeItem("i", { points: 3 }), madeItem("j", { points: 2 })]

const answer = (attemptId: string, itemId: string, numerator: number) =>
  madeAnswer("s", itemId, { attemptId, optionIds: ["x"], numerator, denominator: 1 })

const answers = [answer("a1", "i", 1), answer("a1", "j", 1), answer("a2", "j", 1)]

const choose = (attempts: StoredAttempt[], countedAttempt: "newest" | "best" | "mean") =>
  chooseAttempt(attempts, {
    items,
    answers,
    policy: { countedAttempt, latePercentPerDay: 10, latePercentMost: 100 },
    dueAt: due,
  })

describe("chooseAttempt", () => {
  const both = [attempt(2), attempt(1)]

  it("shows the attempt that counts, with its points", () => {
    expect(choose(both, "newest")).toMatchObject({ id: "a2", earned: { numerator: 2, denominator: 1 } })
    expect(choose(both, "best")).toMatchObject({ id: "a1", earned: { numerator: 5, denominator: 1 } })
    expect(choose(both, "mean")).toMatchObject({ id: "a2", earned: { numerator: 7, denominator: 2 } })
  })

  it("takes off what lateness costs", () => {
    const late = [attempt(1, { submittedAt: new Date(due.getTime() + 1) })]
    expect(choose(late, "newest")).toMatchObject({
      latePercent: 10,
      earned: { numerator: 9, denominator: 2 },
    })
  })

  it("shows an open attempt only where none is finished, and scores nothing of it", () => {
    const open = attempt(2, { state: "open", submittedAt: null })
    expect(choose([open, attempt(1)], "newest")).toMatchObject({ id: "a1" })
    expect(choose([open], "best")).toMatchObject({ id: "a2", state: "open", earned: null, lines: [] })
    expect(choose([], "best")).toBeNull()
  })
})

describe("pointsPossible", () => {
  it("counts of a pool what an attempt draws, and leaves out what is not keyed", () => {
    const pool = { id: "p", draw: 2 }
    const pooled = ["k", "l", "m"].map((id) => madeItem(id, { points: 4, pool }))
    const view = madeItem("v", { points: 9, isKeyed: false })
    expect(pointsPossible([...items, ...pooled, view])).toBe(5 + 8)
  })
})
