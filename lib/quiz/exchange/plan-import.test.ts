import { describe, expect, it } from "vitest"
import { detectQuizFormat } from "./detect-format"
import { plainTextOf } from "./plain-text"
import { planQuizImport } from "./plan-import"

let last = 0
const means = {
  newId: () => `00000000-0000-4000-8000-${String(++last).padStart(12, "0")}`,
  gapPrompt: "Fill in the gaps.",
  rowsOf: (text: string) => text.split("\n").map((line, at) => ({ row: at + 1, cells: line.split(",") })),
}
const plan = (text: string, fileName = "a.txt") => planQuizImport({ text, fileName, format: "auto" }, means)

describe("what a file is", () => {
  it.each([
    ["::T::Who?{=a ~b}", "a.txt", "gift"],
    ["Who?\nA. a\nB. b\nANSWER: A", "a.txt", "aiken"],
    ["Who?\nA) a\nB) b\nANSWER: A", "quiz.gift", "aiken"],
    ['<?xml version="1.0"?><quiz></quiz>', "a.txt", "moodle-xml"],
    ["\n <quiz><question></question></quiz>", "a", "moodle-xml"],
    ["type,question,right\n", "a.csv", "csv"],
    ["Question;Answer\n", "a.txt", "csv"],
    ["Dear all, the trip is on Monday.", "letter.txt", null],
  ])("%j in %s", (text, name, format) => {
    expect(detectQuizFormat(text, name)).toBe(format)
  })
})

describe("planning an import", () => {
  it("numbers what was read, and says with its line what was not and what is lost", () => {
    expect(plan("A note.\n\n::T::Who?{=a#Yes. ~%50%b}\n\nWho?{=a\n")).toMatchObject({
      ok: true,
      value: {
        format: "gift",
        items: [
          { number: 1, type: "note", prompt: "A note.", key: null },
          {
            number: 2,
            type: "single",
            title: "T",
            points: 1,
            key: {
              options: [
                { text: "a", fraction: 100 },
                { text: "b", fraction: 50 },
              ],
            },
            feedback: { general: null, answers: [{ answer: "a", feedback: "Yes." }] },
          },
        ],
        taken: [{ number: 1 }, { number: 2 }],
        skipped: [{ line: 5, code: "braceNotClosed" }],
        warnings: [],
      },
    })
  })

  it("refuses a file in which nothing is a quiz", () => {
    expect(plan("Dear all,")).toMatchObject({ ok: false, refusal: { code: "quiz.formatUnknown" } })
    expect(plan("// {nothing}\n")).toMatchObject({ ok: false, refusal: { code: "quiz.noQuizInFile" } })
  })

  it("begins after a byte order mark", () => {
    expect(plan("\ufeff::T::Who?{=a ~b}")).toMatchObject({ value: { items: [{ title: "T" }] } })
  })
})

describe("HTML as words", () => {
  it.each([
    ["<p>One &amp; <b>two</b>.</p><p>Three<br>four.</p>", "One & two.\n\nThree\nfour."],
    ["<script>alert(1)</script>Safe <img src=x onerror=alert(1)>words", "Safe words"],
    ["a &lt;b&gt; c", "a <b> c"],
  ])("%s", (text, words) => {
    expect(plainTextOf({ format: "html", text })).toBe(words)
  })

  it("leaves plain text and Markdown as they were written", () => {
    expect(plainTextOf({ format: "plain", text: "1 < 2 & <b>" })).toBe("1 < 2 & <b>")
    expect(plainTextOf({ format: "markdown", text: "**a** &amp; b" })).toBe("**a** &amp; b")
  })
})
