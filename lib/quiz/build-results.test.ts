import { describe, expect, it } from "vitest"
import { buildResults } from "@/lib/quiz/build-results"
import { ItemKey } from "@/lib/quiz/item-key"
import type { ItemLevel } from "@/lib/quiz/item-type"
import { decideRelease, type Release } from "@/lib/quiz/release"

const moment = new Date("2026-03-02T10:00:00Z")
const decision = decideRelease(
  {
    policy: "on_submit",
    releasedAt: null,
    dueAt: moment,
    closesAt: moment,
    submittedAttempts: 1,
    hasOpenAttempt: false,
    attemptsLeft: 0,
  },
  moment,
)
const release = (decision.released ? decision.release : null) as Release

const fact = (position: number, points: number, level: ItemLevel = "author_says") => ({
  item: {
    itemId: `q${position}`,
    position,
    type: "single" as const,
    level,
    title: null,
    prompt: "?",
    hint: null,
    content: {},
    points,
  },
  key: new ItemKey({
    keyRevision: 1,
    key: { answer: "x" },
    feedback: { wrong: "w" },
    explanation: "because",
  }),
  value: null as unknown,
  counts: { dropped: false, credited: false },
  confidence: null,
  scored: null as {
    share: { numerator: number; denominator: number }
    finding: { answer: boolean; evidence?: boolean }
  } | null,
})

describe("buildResults", () => {
  it("adds exact shares of points and counts each outcome", () => {
    const results = buildResults(
      [
        { ...fact(1, 1), scored: { share: { numerator: 1, denominator: 1 }, finding: { answer: true } } },
        {
          ...fact(2, 2),
          scored: { share: { numerator: 1, denominator: 2 }, finding: { answer: true, evidence: false } },
        },
        { ...fact(3, 1), scored: { share: { numerator: 0, denominator: 1 }, finding: { answer: false } } },
        fact(4, 3),
        fact(5, 1, "my_view"),
      ],
      release,
    )
    expect(results.earned).toEqual({ numerator: 2, denominator: 1 })
    expect(results.possible).toBe(7)
    expect(results.counts).toEqual({ right: 1, half: 1, wrong: 1, teacher: 0, unanswered: 1, view: 1 })
    expect(results.items.map(({ verdict }) => verdict)).toEqual([
      "right",
      "wrongEvidence",
      "wrong",
      "unanswered",
      "view",
    ])
  })

  it("counts nothing of what a teacher has yet to read, and all of what one has graded", () => {
    const written = { text: "Because.", sentences: [] }
    const long = (position: number, over: object) => {
      const made = fact(position, 4)
      return {
        ...made,
        item: { ...made.item, type: "long" as const, content: { maxLength: 200, cite: 1 } },
        ...over,
      }
    }
    const grade = { levels: {}, comment: "Well argued." }
    const scored = { share: { numerator: 1, denominator: 2 }, finding: { answer: null, grade } }
    const results = buildResults(
      [long(1, { value: written }), long(2, { value: written, scored }), long(3, {})],
      release,
    )
    expect(results.items.map(({ verdict }) => verdict)).toEqual(["waiting", "graded", "unanswered"])
    expect(results.items.map(({ earned }) => earned?.numerator ?? null)).toEqual([null, 2, 0])
    expect(results.items.map((one) => one.grade)).toEqual([null, grade, null])
    expect(results).toMatchObject({
      earned: { numerator: 2 },
      possible: 8,
      counts: { teacher: 2, unanswered: 1 },
    })
  })

  it("never opens a key for a view, even where a row of one stands", () => {
    const [view] = buildResults([fact(1, 1, "my_view")], release).items
    expect(view).toMatchObject({ key: null, feedback: {}, explanation: null, earned: null })
  })
})
