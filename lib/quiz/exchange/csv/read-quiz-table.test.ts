import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { readQuizTable } from "./read-quiz-table"

const rows = (...lines: string[][]) => lines.map((cells, at) => ({ row: at + 1, cells }))
const heading = [
  "type",
  "title",
  "question",
  "points",
  "option a",
  "option b",
  "option c",
  "right",
  "feedback",
  "tags",
]
const read = (...lines: string[][]) => readQuizTable(rows(heading, ...lines))
const answerOf = (line: string[]) => read(line).items[0]?.value.answer

describe("a quiz in a table", () => {
  it("has a question a row", () => {
    expect(read(["single", "T", "Which?", "2", "x", "y", "", "B", "Because.", "RI.1; RI.8"])).toEqual({
      items: [
        {
          line: 2,
          value: {
            title: "T",
            prompt: { format: "plain", text: "Which?" },
            points: 2,
            answer: {
              type: "single",
              choices: [
                { text: { format: "plain", text: "x" }, percent: 0, feedback: null },
                { text: { format: "plain", text: "y" }, percent: 100, feedback: null },
              ],
            },
            feedback: { format: "plain", text: "Because." },
            tags: ["RI.1", "RI.8"],
            category: [],
          },
        },
      ],
      skipped: [],
      warnings: [],
    })
  })

  it.each([
    ["options alone", ["", "", "Which?", "", "x", "y", "z", "y"], "single"],
    ["several right", ["", "", "Which?", "", "x", "y", "z", "A|C"], "multiple"],
    ["true and false", ["", "", "Is it?", "", "True", "False", "", "False"], "true-false"],
    ["a word", ["", "", "Who?", "", "", "", "", "Mir|Hamid Mir"], "short"],
    ["nothing", ["", "", "Why?"], "long"],
    ["brackets", ["", "", "It [[abstained]]."], "gap"],
    ["numbers when it says so", ["numeric", "", "How many?", "", "", "", "", "35 ± 0.5"], "numeric"],
    ["arrows", ["matching", "", "Match.", "", "a -> 1", "b -> 2", "-> 3"], "matching"],
    ["an order", ["ordering", "", "Order.", "", "x", "y"], "ordering"],
    ["an opinion", ["poll", "", "Fair?", "", "Yes", "No"], "poll"],
  ])("finds out from %s what is asked", (_, line, type) => {
    expect(answerOf(line)?.type).toBe(type)
  })

  it("takes headings of other systems, columns in any order, and rows above the heading", () => {
    const { items } = readQuizTable(
      rows(
        ["Unit 4"],
        ["Correct Answer", "Answer 1", "Answer 2", "Question Text"],
        ["2", "x", "y", "Which?"],
      ),
    )
    expect(items[0]?.value.answer).toMatchObject({
      type: "single",
      choices: [{ percent: 0 }, { percent: 100 }],
    })
  })

  it.each([
    [["", "", "Which?", "", "x", "y", "", "Q"], "rightNotThere"],
    [["", "", "Which?", "", "x", "y", "", ""], "noRightOption"],
    [["riddle", "", "Which?", "", "", "", "", ""], "typeUnknown"],
    [["numeric", "", "How many?", "", "", "", "", "many"], "notANumber"],
    [["", "only a title", "", "", "", "", "", ""], "noPrompt"],
    [["single", "", "Which?", "", "x", "", "", "x"], "oneOption"],
    [["short", "", "Who?", "", "", "", "", "|"], "noRightAnswer"],
    [["true-false", "", "Is it?", "", "", "", "", "perhaps"], "noTruth"],
    [["matching", "", "Match.", "", "a -> 1", "b -> 2", "c", ""], "pairWithoutArrow"],
    [["matching", "", "Match.", "", "a -> 1", "b -> 2", "c ->", ""], "pairWithoutArrow"],
    [["matching", "", "Match.", "", "a -> 1", "b -> 2", "c -> 3 -> 4", ""], "pairWithoutArrow"],
    [["matching", "", "Match.", "", "a -> 1", "-> 2", "", ""], "onePair"],
    [["classification", "", "Sort.", "", "x -> a fact", "y -> a view", "z", ""], "pairWithoutArrow"],
    [["classification", "", "Sort.", "", "x -> a fact", "y -> a view", "-> a view", ""], "pairWithoutArrow"],
    [["classification", "", "Sort.", "", "x -> a fact", "", "", "a fact|a view"], "onePair"],
    [["ordering", "", "Order.", "", "x", "", "", ""], "oneStep"],
    [["gap", "", "It abstained.", "", "", "", "", ""], "noGap"],
    [["poll", "", "Fair?", "", "Yes", "", "", ""], "oneOption"],
  ])("tells the row of what is wrong and reads the next", (bad, code) => {
    const { items, skipped } = read(bad, ["", "", "Why?"])
    expect(skipped).toEqual([expect.objectContaining({ line: 2, code })])
    expect(items).toHaveLength(1)
  })

  it("says so when there is no heading", () => {
    expect(readQuizTable(rows(["a", "b"], ["c", "d"])).skipped).toMatchObject([{ code: "noHeading" }])
  })

  it("gives one point where the points are no number, and says it", () => {
    expect(read(["", "", "Why?", "many"])).toMatchObject({
      items: [{ value: { points: 1 } }],
      warnings: [{ line: 2, code: "pointsUnread" }],
    })
  })

  it("is read without throwing, whatever stands in its cells, and each row is an item or told", () => {
    const cell = fc.oneof(
      fc.constantFrom(
        "",
        "single",
        "gap",
        "Which?",
        "a",
        "b",
        "A",
        "A|C",
        "a -> 1",
        "35 ± x",
        "[[",
        "%50%",
        "RI.1",
      ),
      fc.string({ unit: "grapheme", maxLength: 8 }),
    )
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 12 }), { maxLength: 8 }), (lines) => {
        const { items, skipped, warnings } = read(...lines)
        const told = [...items, ...skipped, ...warnings].map(({ line }) => line)
        for (const line of told) expect(line).toBeLessThanOrEqual(lines.length + 1)
        const said = lines.flatMap((cells, at) =>
          cells.slice(0, 10).some((one) => one.trim()) ? [at + 2] : [],
        )
        for (const line of said) expect([...items, ...skipped].map((one) => one.line)).toContain(line)
      }),
    )
  })
})
