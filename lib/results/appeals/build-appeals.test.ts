import { describe, expect, it } from "vitest"
import { buildAppeals, countOpenAppeals } from "@/lib/results/appeals/build-appeals"
import type { AnswerFacts, AppealFacts, ItemFacts } from "@/lib/results/results-facts"
import { madeAnswer, madeItem, madeStudent } from "@/tests/support/results-facts"

const item = (position: number): ItemFacts =>
  madeItem(`q${position}`, {
    position,
    type: "short",
    prompt: "What does Mir call it?",
    points: 2,
    key: { optionIds: [], answers: ["silence"], sentenceIds: [] },
  })
const answer = (enrolmentId: string, itemId: string): AnswerFacts =>
  madeAnswer(enrolmentId, itemId, {
    attemptId: `attempt ${enrolmentId}`,
    text: `Words of ${enrolmentId}`,
    answerRight: false,
  })
const student = (name: string) => madeStudent(name)
const appeal = (
  enrolmentId: string,
  itemId: string,
  minute: number,
  state: AppealFacts["state"] = "open",
) => ({
  enrolmentId,
  attemptId: `attempt ${enrolmentId}`,
  itemId,
  reason: "It stands in 3.2.",
  state,
  createdAt: new Date(Date.UTC(2026, 2, 2, 9, minute)),
  answer: null,
  decidedAt: null,
  decidedBy: null,
})

const names = ["ada", "ben", "cem"]
const appeals = [
  appeal("ben", "q2", 5),
  appeal("ada", "q2", 1, "declined"),
  appeal("cem", "q2", 3),
  appeal("ada", "q1", 9),
  appeal("ada", "gone", 9),
]
const facts = {
  items: [item(1), item(2), item(3)],
  answers: names.flatMap((name) => [answer(name, "q1"), answer(name, "q2")]),
  students: names.map(student),
  appeals,
}

describe("buildAppeals", () => {
  it("puts those that wait first, by when they came, and says where there are many", () => {
    const built = buildAppeals(facts)
    expect(built.map((one) => [one.item.itemId, one.open, one.isMany])).toEqual([
      ["q1", 1, false],
      ["q2", 2, true],
    ])
    expect(built[1]?.entries.map(({ student }) => student.displayName)).toEqual(["cem", "ben", "ada"])
  })

  it("lays each beside its own answer and the key", () => {
    const [first] = buildAppeals(facts)[1]?.entries ?? []
    expect(first?.answered).toMatchObject({ text: "Words of cem", rightText: "silence", verdict: "wrong" })
  })

  it("counts what waits, and says nothing where nobody has asked", () => {
    expect(countOpenAppeals(appeals)).toBe(4)
    expect(countOpenAppeals([])).toBeNull()
  })
})
