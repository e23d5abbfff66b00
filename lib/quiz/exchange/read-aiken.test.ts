import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { readAiken } from "./read-aiken"

const good = "What is the capital of Peru?\nA. Lima\nB. Quito\nC. La Paz\nANSWER: A\n"

describe("Aiken files", () => {
  it("have options behind letters, and a line that names the right one", () => {
    expect(readAiken(good)).toMatchObject({
      items: [
        {
          line: 1,
          value: {
            prompt: { text: "What is the capital of Peru?" },
            answer: {
              type: "single",
              choices: [
                { text: { text: "Lima" }, percent: 100 },
                { text: { text: "Quito" }, percent: 0 },
                { text: { text: "La Paz" }, percent: 0 },
              ],
            },
          },
        },
      ],
      skipped: [],
    })
  })

  it("may use brackets, small letters, several lines, and several right letters", () => {
    const { items } = readAiken("Which\nare even?\na) two\nb) three\nc) four\n   and no more\nanswer: A, C\n")
    expect(items[0]?.value).toMatchObject({
      prompt: { text: "Which are even?" },
      answer: {
        type: "multiple",
        choices: [{ percent: 50 }, { percent: 0 }, { percent: 50, text: { text: "four and no more" } }],
      },
    })
  })

  it("may have a question that begins like an option", () => {
    expect(
      readAiken("A. Milne wrote which book?\nA. Emma\nB. Pooh\nANSWER: B").items[0]?.value,
    ).toMatchObject({
      prompt: { text: "A. Milne wrote which book?" },
    })
  })

  it.each([
    ["an answer that is no option", "Who?\nA. a\nB. b\nANSWER: C\n", "aikenAnswer", 10],
    ["no answer", "Who?\nA. a\nB. b\n", "noAnswerLine", 7],
    ["one option", "Who?\nA. a\nANSWER: A\n", "oneOption", 7],
    ["no question", "ANSWER: A\n", "noPrompt", 7],
    ["a question alone", "Only a text.\n", "notAiken", 7],
  ])("with %s in them lose nothing else", (_, bad, code, line) => {
    const { items, skipped } = readAiken(`${good}\n${bad}\n${code === "notAiken" ? "" : good}`)
    expect(skipped).toEqual([expect.objectContaining({ code, line })])
    expect(items).toHaveLength(code === "notAiken" ? 1 : 2)
  })

  it("are read without throwing, however they were cut or changed, with every line within", () => {
    const whole = `${good}\n`.repeat(5)
    const marks = fc.constantFrom("A.", "B)", "\n", "\n\n", "ANSWER:", "ANSWER: A", "\u200b", "é", "\t", "")
    const change = fc.tuple(fc.nat(whole.length), fc.nat(30), marks)
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), fc.nat(whole.length), (changes, cut) => {
        let text = whole
        for (const [at, gone, put] of changes) text = text.slice(0, at) + put + text.slice(at + gone)
        text = text.slice(0, cut)
        const { items, skipped } = readAiken(text)
        const lines = [...items, ...skipped].map(({ line }) => line)
        expect(Math.min(1, ...lines)).toBe(1)
        expect(Math.max(1, ...lines)).toBeLessThanOrEqual(text.split("\n").length)
      }),
    )
  })

  it("lose no good question to a bad neighbour", () => {
    const bad = fc.constantFrom(
      "Who?\nA. a\nANSWER: A",
      "Only a text.",
      "Who?\nA. a\nB. b",
      "A) b\n\nANSWER: x",
    )
    fc.assert(
      fc.property(fc.array(fc.option(bad), { maxLength: 10 }), (blocks) => {
        const text = blocks.map((block, at) => block ?? `q${at}?\nA. a\nB. b\nANSWER: B`).join("\n\n")
        const prompts = readAiken(text).items.map(({ value }) => value.prompt.text)
        const wanted = blocks.flatMap((block, at) => (block ? [] : [`q${at}?`]))
        // A text alone is taken for the beginning of the question after it.
        expect(prompts.flatMap((prompt) => /q\d+\?$/.exec(prompt) ?? [])).toEqual(wanted)
      }),
    )
  })
})
