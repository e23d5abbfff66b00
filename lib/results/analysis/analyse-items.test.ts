import { describe, expect, it } from "vitest"
import { madeAnswer, madeItem } from "@/tests/support/results-facts"
import type { AnswerFacts, ItemFacts } from "../results-facts"
import { analyseItems, analyseQuiz } from "./analyse-items"

const item = (changes: Partial<ItemFacts> = {}): ItemFacts =>
  madeItem("i", {
    title: "Why",
    options: [
      { id: "a", text: "One" },
      { id: "b", text: "Two" },
      { id: "c", text: "Three" },
    ],
    key: { optionIds: ["b"], answers: [], sentenceIds: [] },
    ...changes,
  })

const answer = (student: string, changes: Partial<AnswerFacts> = {}): AnswerFacts =>
  madeAnswer(student, "i", changes)

const chose = (student: string, optionId: string) =>
  answer(student, { optionIds: [optionId], numerator: optionId === "b" ? 1 : 0 })

const students = (count: number) => Array.from({ length: count }, (_, index) => `s${index}`)

const only = (items: ItemFacts[], answers: AnswerFacts[], finished: string[]) => {
  const [analysis] = analyseItems(
    items,
    answers,
    finished.map((enrolmentId) => ({ enrolmentId, itemIds: null })),
  )
  if (!analysis) throw new Error("no analysis")
  return analysis
}

describe("an item that a pool draws", () => {
  it("is no blank of whoever did not get it", () => {
    const finishers = [
      { enrolmentId: "s0", itemIds: ["i"] },
      { enrolmentId: "s1", itemIds: ["i"] },
      { enrolmentId: "s2", itemIds: ["another"] },
    ]
    const [analysis] = analyseItems([item()], [chose("s0", "b")], finishers)
    expect(analysis).toMatchObject({ n: 1, blank: { count: 1, choosers: ["s1"] } })
  })
})

describe("an answer that no rule could score", () => {
  const typed = item({
    type: "numeric",
    options: [],
    key: { optionIds: [], answers: ["35"], sentenceIds: [] },
  })
  const wrote = (student: string, text: string, numerator: number | null) =>
    answer(student, { text, numerator, denominator: numerator === null ? null : 1 })

  it("is shown, and is neither right nor wrong nor blank", () => {
    const answers = students(5).map((student) => wrote(student, "35", 1))
    const analysis = only([typed], [...answers, wrote("s5", "many", null)], students(7))
    expect(analysis).toMatchObject({ n: 5, right: { count: 5 }, blank: { count: 1 } })
    expect(analysis.difficulty?.share).toBe(1)
    expect(analysis.texts.map(({ text }) => text)).toEqual(["35", "many"])
  })
})

describe("an item with several places", () => {
  const part = (id: string, text: string | null, rightText: string) => ({
    id,
    label: `Gap ${id}`,
    text,
    isRight: text === null ? null : text.toLowerCase() === rightText,
    rightText,
  })
  const gaps = item({ type: "gap", options: [], key: { optionIds: [], answers: [], sentenceIds: [] } })
  const filled = (student: string, one: string | null, two: string | null) =>
    answer(student, { parts: [part("1", one, "abstain"), part("2", two, "veto")] })

  it("counts each place by itself, the same spelling together, most frequent first", () => {
    const answers = [
      filled("s0", "Abstain", "veto"),
      filled("s1", "abstain", null),
      filled("s2", "vote", null),
    ]
    const { n, parts } = only([gaps], answers, students(4))
    expect(n).toBe(3)
    expect(parts.map(({ label, rightText }) => [label, rightText])).toEqual([
      ["Gap 1", "abstain"],
      ["Gap 2", "veto"],
    ])
    expect(parts[0]?.answers).toEqual([
      { text: "Abstain", isRight: true, count: 2, choosers: ["s0", "s1"] },
      { text: "vote", isRight: false, count: 1, choosers: ["s2"] },
    ])
    expect(parts[1]?.answers.map(({ text, count }) => [text, count])).toEqual([["veto", 1]])
  })

  it("takes an answer without a single filled place for a blank", () => {
    const { n, blank } = only([gaps], [filled("s0", null, null)], students(1))
    expect([n, blank.count]).toEqual([0, 1])
  })

  it("names no tempting option where several are right", () => {
    const several = item({ type: "multiple", key: { optionIds: ["a", "b"], answers: [], sentenceIds: [] } })
    const answers = students(6).map((student) => answer(student, { optionIds: ["c"] }))
    expect(only([several], answers, students(6)).temptingLetter).toBeNull()
  })
})

describe("analyseItems", () => {
  it("counts options, the key and who chose what", () => {
    const answers = [chose("s0", "b"), chose("s1", "b"), chose("s2", "a"), chose("s3", "b"), chose("s4", "b")]
    const analysis = only([item()], answers, students(6))
    expect(analysis.n).toBe(5)
    expect(analysis.blank).toEqual({ count: 1, choosers: ["s5"] })
    expect(analysis.options.map(({ letter, count, isKey }) => [letter, count, isKey])).toEqual([
      ["A", 1, false],
      ["B", 4, true],
      ["C", 0, false],
    ])
    expect(analysis.options[0]?.choosers).toEqual(["s2"])
    expect(analysis.difficulty?.share).toBe(0.8)
  })

  it("keeps unfinished attempts out of every number", () => {
    const analysis = only([item()], [chose("s0", "b"), chose("s9", "b")], ["s0"])
    expect(analysis.n).toBe(1)
    expect(analysis.right?.choosers).toEqual(["s0"])
  })

  it("says too few below five answers", () => {
    const four = only(
      [item()],
      students(4).map((id) => chose(id, "b")),
      students(4),
    )
    expect(four.difficulty).toBeNull()
    expect(four.finding).toBe("tooFew")
    const five = only(
      [item()],
      students(5).map((id) => chose(id, "b")),
      students(5),
    )
    expect(five.difficulty?.share).toBe(1)
  })

  it("takes an empty answer as blank, not as wrong", () => {
    const short = item({
      type: "short",
      options: [],
      key: { optionIds: [], answers: ["35"], sentenceIds: [] },
    })
    const analysis = only([short], [answer("s0", { text: "  " })], ["s0"])
    expect(analysis.n).toBe(0)
    expect(analysis.blank.count).toBe(1)
  })

  it("takes the same spelling together", () => {
    const short = item({
      type: "short",
      options: [],
      key: { optionIds: [], answers: ["35"], sentenceIds: [] },
    })
    const answers = [
      answer("s0", { text: "35", numerator: 1 }),
      answer("s1", { text: " Many  States" }),
      answer("s2", { text: "many states" }),
    ]
    expect(only([short], answers, students(3)).texts).toEqual([
      { text: "Many  States", isRight: false, count: 2, choosers: ["s1", "s2"] },
      { text: "35", isRight: true, count: 1, choosers: ["s0"] },
    ])
  })

  it("finds right answers with wrong evidence, of the right answers", () => {
    const pair = item({ type: "evidence-pair", key: { optionIds: ["b"], answers: [], sentenceIds: ["k"] } })
    const half = (student: string, sentenceId: string) =>
      answer(student, {
        optionIds: ["b"],
        sentenceIds: [sentenceId],
        numerator: sentenceId === "k" ? 2 : 1,
        denominator: 2,
        answerRight: true,
        evidenceRight: sentenceId === "k",
      })
    const wrong = answer("s5", {
      optionIds: ["a"],
      sentenceIds: ["k"],
      answerRight: false,
      evidenceRight: true,
    })
    const answers = [
      half("s0", "k"),
      half("s1", "k"),
      half("s2", "x"),
      half("s3", "x"),
      half("s4", "k"),
      wrong,
    ]
    const analysis = only([pair], answers, students(6))
    expect(analysis.rightAnswerWrongEvidence).toEqual({ count: 2, of: 5, share: 0.4, choosers: ["s2", "s3"] })
    expect(analysis.cited.map(({ sentenceId, count, isKey }) => [sentenceId, count, isKey])).toEqual([
      ["k", 4, true],
      ["x", 2, false],
    ])
    expect(analysis.right?.count).toBe(3)
    expect(analysis.finding).toBe("evidence")
  })

  it("points out an option that draws more students than the key", () => {
    const answers = students(6).map((id, index) => chose(id, index < 4 ? "c" : "b"))
    const analysis = only([item()], answers, students(6))
    expect(analysis.finding).toBe("misread")
    expect(analysis.temptingLetter).toBe("C")
  })

  it("judges nothing where nothing is right or wrong", () => {
    const answers = students(6).map((id) => chose(id, "c"))
    const analysis = only([item({ level: "my_view", isKeyed: false, key: null })], answers, students(6))
    expect(analysis.right).toBeNull()
    expect(analysis.difficulty).toBeNull()
    expect(analysis.finding).toBe("unkeyed")
    expect(analysis.options[2]?.count).toBe(6)
  })
})

describe("analyseQuiz", () => {
  const items = Array.from({ length: 4 }, (_, at) => ({ ...item(), itemId: `i${at}`, position: at + 1 }))
  /** Twelve students; the first are the strongest on items 1 to 3. On item 0 the six strongest choose c. */
  const answers = students(12).flatMap((student, place) =>
    items.map(({ itemId }, at) => {
      const isRight = at === 0 ? place >= 9 : place < 12 - at * 3
      const wrong = at === 0 && place < 6 ? "c" : "a"
      return madeAnswer(student, itemId, {
        optionIds: [isRight ? "b" : wrong],
        numerator: isRight ? 1 : 0,
      })
    }),
  )
  const finishers = students(12).map((enrolmentId) => ({ enrolmentId, itemIds: null }))
  const analysis = analyseQuiz({ items, answers, finishers })

  it("says that strong students chose another option than the key, and how many of each group did", () => {
    expect(analysis.items[0]).toMatchObject({ finding: "checkKey", temptingLetter: "C" })
    const [, , c] = analysis.items[0]?.options ?? []
    expect([c?.upper?.count, c?.lower?.count]).toEqual([6, 0])
    expect(analysis.items[0]?.figures?.itemRest?.r).toBeLessThan(0)
  })

  it("measures the whole over the same students", () => {
    expect(analysis.quiz).toMatchObject({ n: 12, possible: 4, waiting: 0 })
    expect(analysis.quiz.mean).toBe((3 + 9 + 6 + 3) / 12)
  })

  it("keeps an item with answers left to grade out of every total until the last is graded", () => {
    const long = { ...item({ type: "long", options: [], points: 5 }), itemId: "long", position: 5 }
    const wrote = (numerator: (place: number) => number | null) =>
      students(12).map((student, place) =>
        madeAnswer(student, "long", {
          text: "Because",
          numerator: numerator(place),
          denominator: numerator(place) === null ? null : 2,
        }),
      )
    const withLong = (more: ReturnType<typeof wrote>) =>
      analyseQuiz({ items: [...items, long], answers: [...answers, ...more], finishers })
    const before = withLong(wrote((place) => (place === 3 ? null : 1)))
    expect(before.quiz).toEqual(analysis.quiz)
    expect(before.items[4]).toMatchObject({ finding: "byHand", figures: null, difficulty: null })
    const after = withLong(wrote(() => 1))
    expect(after.quiz.possible).toBe(9)
    expect(after.quiz.mean).toBeCloseTo((analysis.quiz.mean ?? 0) + 2.5, 12)
    expect(after.items[4]).toMatchObject({ difficulty: { share: 0.5, interval: null } })
  })

  it("marks what earns a part of the points, and gives the mean share where parts were earned", () => {
    const shared = item({ key: { optionIds: ["b"], answers: [], sentenceIds: [], halfIds: ["c"] } })
    const half = students(6).map((id, place) =>
      answer(id, { optionIds: [place < 3 ? "b" : "c"], numerator: place < 3 ? 2 : 1, denominator: 2 }),
    )
    const one = only([shared], half, students(6))
    expect(one.options.map(({ isKey, isHalf }) => [isKey, isHalf])).toEqual([
      [false, false],
      [true, false],
      [false, true],
    ])
    expect(one).toMatchObject({ difficulty: { share: 0.75, interval: null }, right: { count: 3 } })
  })

  it("finds for each option which sentences its choosers cited", () => {
    const pair = item({ type: "evidence-pair", key: { optionIds: ["b"], answers: [], sentenceIds: ["k"] } })
    const gave = (student: string, optionId: string, sentenceId: string) =>
      answer(student, { optionIds: [optionId], sentenceIds: [sentenceId] })
    const given = [gave("s0", "b", "k"), gave("s1", "c", "x"), gave("s2", "c", "x"), gave("s3", "c", "k")]
    const [first, second, ...more] = only([pair], given, students(4)).proof
    expect(more).toEqual([])
    expect(first).toMatchObject({ letter: "C", count: 3, isKey: false })
    expect(first?.cited).toEqual([
      { sentenceId: "x", isKey: false, count: 2, choosers: ["s1", "s2"] },
      { sentenceId: "k", isKey: true, count: 1, choosers: ["s3"] },
    ])
    expect(second).toMatchObject({ letter: "B", count: 1, isKey: true })
  })
})
