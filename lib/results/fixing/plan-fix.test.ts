import { describe, expect, it } from "vitest"
import { fraction } from "@/lib/quiz/fraction"
import { ItemKey } from "@/lib/quiz/item-key"
import { madeAnswer, madeItem } from "@/tests/support/results-facts"
import type { FixedItem, FixFacts, ItemAttempt } from "./fix-facts"
import type { Fix } from "./fix-input"
import { fixesFor } from "./fixes-for"
import { planFix } from "./plan-fix"
import { planUndo } from "./plan-undo"

const [a, b] = ["7f2c7f60-3c5e-4d0a-9f6e-0d5b6f7a8c91", "7f2c7f60-3c5e-4d0a-9f6e-0d5b6f7a8c92"]
const content = {
  options: [
    { id: a, text: "A" },
    { id: b, text: "B" },
  ],
}
const oldKey = {
  keyRevision: 1,
  key: { answer: a },
  feedback: { options: { [a]: "Yes.", [b]: "No." } },
  explanation: "So he says.",
}
const item: FixedItem = {
  ...madeItem("q"),
  itemVersionId: "v",
  content,
  heldKey: new ItemKey(oldKey),
  lessonPoints: 1,
  ownPoints: null,
}
const due = new Date(10)
const policy = { countedAttempt: "newest", latePercentPerDay: 0, latePercentMost: 0 } as const

type Sat = { chose: string | null; scored: 0 | 1 | null; byHand?: boolean }

/** Each student has one finished attempt, named after them. */
function factsOf(sat: Record<string, Sat>, over: Partial<FixFacts> = {}): FixFacts {
  const names = Object.keys(sat)
  const stored = {
    number: 1,
    state: "submitted" as const,
    submittedAt: new Date(1),
    reopened: false,
    itemIds: null,
  }
  return {
    item,
    items: [item],
    students: names.map((name) => ({
      enrolmentId: name,
      displayName: name,
      hasLeft: false,
      dueAt: due,
      attempts: [{ id: name, ...stored }],
    })),
    answers: names.flatMap((name) => {
      const { chose, scored } = sat[name] as Sat
      const optionIds = chose ? [chose] : []
      return [
        madeAnswer(name, "q", {
          attemptId: name,
          optionIds,
          numerator: scored,
          denominator: scored === null ? null : 1,
        }),
      ]
    }),
    itemAttempts: names.map((name): ItemAttempt => {
      const { chose, scored, byHand = false } = sat[name] as Sat
      const row = {
        scoringId: `s-${name}`,
        batchId: null,
        saveNumber: 1,
        keyRevision: 1,
        finding: { answer: scored === 1 },
      }
      return {
        attemptId: name,
        enrolmentId: name,
        response: chose ? { saveNumber: 1, value: { option: chose } } : null,
        standing: scored === null ? null : { ...row, numerator: scored, denominator: 1, givenByHand: byHand },
        previous: null,
      }
    }),
    policy,
    openAttempts: 0,
    newestBatchId: null,
    ...over,
  }
}

const four = () =>
  factsOf({
    right: { chose: a, scored: 1 },
    wrong: { chose: b, scored: 0 },
    blank: { chose: null, scored: null },
    given: { chose: a, scored: 1, byHand: true },
  })
const toB: Fix = { kind: "rekey", named: { optionIds: [b] } }

function planned(facts: FixFacts, fix: Parameters<typeof planFix>[1]) {
  const plan = planFix(facts, fix)
  if (!plan.ok) throw new Error(plan.refusal.code)
  return plan.value
}
const changes = ({ lines }: { lines: ReturnType<typeof planned>["lines"] }) =>
  lines.map(({ enrolmentId, before, after }) => [enrolmentId, before.numerator, after.numerator])

describe("planFix", () => {
  it("scores every answer by the new key, but for what a teacher gave", () => {
    const plan = planned(four(), toB)
    expect(changes(plan)).toEqual([
      ["right", 1, 0],
      ["wrong", 0, 1],
    ])
    expect(plan).toMatchObject({ same: 2, gained: fraction(1, 1), lost: fraction(1, 1), kept: ["given"] })
    expect(plan.scorings.map(({ attemptId, numerator }) => [attemptId, numerator])).toEqual([
      ["right", 0],
      ["wrong", 1],
    ])
    expect(plan.newKey).toEqual({
      key: { answer: b, evidence: { quotes: [], sentenceIds: [] } },
      feedback: {},
      explanation: null,
    })
  })

  it("keeps what was said of the old answer where another is accepted beside it", () => {
    const plan = planned(four(), { kind: "accept", named: { optionIds: [b] } })
    expect(changes(plan)).toEqual([["wrong", 0, 1]])
    expect(plan.newKey).toMatchObject({ feedback: { options: { [a]: "Yes." } }, explanation: "So he says." })
    expect(plan.newKey?.feedback.options).not.toHaveProperty(b)
  })

  it.each([
    [
      "credit",
      { kind: "credit" },
      [
        ["wrong", 0, 1],
        ["blank", 0, 1],
      ],
      1,
    ],
    [
      "drop",
      { kind: "drop" },
      [
        ["right", 1, 0],
        ["given", 1, 0],
      ],
      0,
    ],
    [
      "points",
      { kind: "points", points: 3 },
      [
        ["right", 1, 3],
        ["given", 1, 3],
      ],
      3,
    ],
  ] as const)("%s: changes what the item counts for, and no score", (_, fix, expected, possible) => {
    const plan = planned(four(), fix)
    expect(changes(plan)).toEqual(expected)
    expect(plan.scorings).toEqual([])
    expect(plan.possible).toEqual({ before: 1, after: possible })
  })

  it("counts the attempts that count, and takes lateness off", () => {
    const facts = factsOf({ right: { chose: a, scored: 1 }, wrong: { chose: b, scored: 0 } })
    const late = facts.students.map((one) => ({ ...one, dueAt: new Date(0) }))
    const plan = planned(
      { ...facts, students: late, policy: { ...policy, latePercentPerDay: 10, latePercentMost: 50 } },
      toB,
    )
    expect(plan.lines.map(({ before, after }) => [before, after])).toEqual([
      [fraction(9, 10), fraction(0, 1)],
      [fraction(0, 1), fraction(9, 10)],
    ])
  })

  it("is named otherwise when an answer, a score, the item or the last fix is another", () => {
    const base = four()
    const names = [
      base,
      four(),
      factsOf({
        right: { chose: a, scored: 1 },
        wrong: { chose: b, scored: 1 },
        blank: { chose: null, scored: null },
        given: { chose: a, scored: 1, byHand: true },
      }),
      { ...base, newestBatchId: "x" },
      { ...base, item: { ...item, ownPoints: 2 } },
      { ...base, itemAttempts: base.itemAttempts.map((one) => ({ ...one, response: null })) },
      { ...base, itemAttempts: [...base.itemAttempts].reverse() },
    ].map((facts) => planned(facts, toB).basedOn)
    // The same facts have the same name, in whatever order they come.
    expect(names[1]).toBe(names[0])
    expect(names[6]).toBe(names[0])
    expect(new Set(names).size).toBe(5)
  })

  it("offers of an item in a drawn pool no more than a credit beside its key, and of a view nothing", () => {
    const pool = { id: "p", draw: 1 }
    const drawn = { ...item, pool }
    const items = [drawn, { ...drawn, itemId: "other" }]
    expect(fixesFor(drawn, items)).toMatchObject({ kinds: ["rekey", "accept", "credit"], isDrawn: true })
    expect(fixesFor({ ...item, pool: { id: "p", draw: 2 } }, items).kinds).toContain("drop")
    expect(fixesFor({ ...item, level: "my_view" }, [item]).kinds).toEqual([])
    expect(fixesFor({ ...item, type: "long" }, [item]).kinds).toEqual(["credit", "drop", "points"])
    const refused = planFix(factsOf({}, { item: drawn, items }), { kind: "drop" })
    expect(refused).toMatchObject({ ok: false, refusal: { code: "results.fixNotOffered" } })
  })
})

describe("planUndo", () => {
  const before = { keyRevision: 1, dropped: false, credited: false, points: null }

  it("puts back the row that stood, scores what came later by the old key, and leaves what a teacher gave", () => {
    const facts = factsOf({
      own: { chose: a, scored: 0 },
      later: { chose: a, scored: 0 },
      given: { chose: a, scored: 0, byHand: true },
    })
    const itemAttempts = facts.itemAttempts.map((one) => {
      if (one.attemptId !== "own" || !one.standing) return one
      const previous = { ...one.standing, scoringId: "old", numerator: 1, finding: { answer: true } }
      return { ...one, standing: { ...one.standing, batchId: "batch", keyRevision: 2 }, previous }
    })
    const plan = planUndo({ ...facts, itemAttempts }, { batchId: "batch", before, oldKey })
    expect(
      plan.scorings.map(({ attemptId, numerator, keyRevision, byNewKey }) => [
        attemptId,
        numerator,
        keyRevision,
        byNewKey,
      ]),
    ).toEqual([
      ["own", 1, 1, false],
      ["later", 1, 1, true],
    ])
    expect(plan.lines.map(({ enrolmentId }) => enrolmentId)).toEqual(["own", "later"])
  })

  it("says that no score stands where none stood", () => {
    const facts = factsOf({ own: { chose: a, scored: 1 } })
    const itemAttempts = facts.itemAttempts.map((one) => ({
      ...one,
      standing: one.standing && { ...one.standing, batchId: "batch" },
    }))
    const [row] = planUndo({ ...facts, itemAttempts }, { batchId: "batch", before, oldKey }).scorings
    expect(row).toMatchObject({ numerator: null, denominator: null })
  })
})
