import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { readMoodleXml } from "./read-moodle-xml"

const question = (type: string, inner: string, name = "A name") =>
  `<question type="${type}">
  <name><text>${name}</text></name>
  <questiontext format="html"><text><![CDATA[<p>Which of <b>these</b>?</p>]]></text></questiontext>
  ${inner}
</question>`

const file = (...questions: string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${questions.join("\n")}\n</quiz>\n`

const answer = (fraction: number, text: string, more = "") =>
  `<answer fraction="${fraction}" format="html"><text>${text}</text>${more}</answer>`

const only = (...questions: string[]) => readMoodleXml(file(...questions)).items[0]?.value

const two = `<single>true</single>${answer(100, "yes")}${answer(0, "no")}`

describe("Moodle XML", () => {
  it("has choices with shares and comments, general feedback, points and tags", () => {
    const feedback = `<feedback format="html"><text>Look again &amp; think.</text></feedback>`
    expect(
      only(
        question(
          "multichoice",
          `<generalfeedback format="html"><text>In all.</text></generalfeedback>
          <defaultgrade>2.0000000</defaultgrade><single>false</single>
          ${answer(50, "a &lt; b")}${answer(50, "c")}${answer(-25, "d", feedback)}
          <tags><tag><text>RI.1</text></tag><tag><text>RI.8</text></tag></tags>`,
        ),
      ),
    ).toEqual({
      title: "A name",
      prompt: { format: "html", text: "<p>Which of <b>these</b>?</p>" },
      points: 2,
      answer: {
        type: "multiple",
        choices: [
          { text: { format: "html", text: "a < b" }, percent: 50, feedback: null },
          { text: { format: "html", text: "c" }, percent: 50, feedback: null },
          {
            text: { format: "html", text: "d" },
            percent: -25,
            feedback: { format: "html", text: "Look again & think." },
          },
        ],
      },
      feedback: { format: "html", text: "In all." },
      tags: ["RI.1", "RI.8"],
      category: [],
    })
  })

  it("has every other type", () => {
    const right = `<feedback format="html"><text>So it is.</text></feedback>`
    expect(only(question("truefalse", answer(0, "true") + answer(100, "false", right)))?.answer).toEqual({
      type: "true-false",
      isTrue: false,
      whenRight: { format: "html", text: "So it is." },
      whenWrong: null,
    })
    expect(
      only(question("shortanswer", `<usecase>1</usecase>${answer(100, "Kyiv")}${answer(50, "Kiev")}`))
        ?.answer,
    ).toMatchObject({
      type: "short",
      ignoreCase: false,
      wordings: [
        { text: "Kyiv", percent: 100 },
        { text: "Kiev", percent: 50 },
      ],
    })
    expect(
      only(question("numerical", `${answer(100, "35", "<tolerance>0.5</tolerance>")}${answer(0, "*")}`))
        ?.answer,
    ).toMatchObject({
      answers: [
        { accepts: { kind: "tolerance", number: "35", tolerance: "0.5" } },
        { accepts: { kind: "other" } },
      ],
    })
    const sub = (row: string, match: string) =>
      `<subquestion format="html"><text>${row}</text><answer><text>${match}</text></answer></subquestion>`
    expect(only(question("matching", sub("a", "1") + sub("b", "2") + sub("", "3")))?.answer).toMatchObject({
      pairs: [{ match: "1" }, { match: "2" }],
      extra: ["3"],
    })
    expect(
      only(question("ordering", answer(2, "then") + answer(1, "first") + answer(3, "last")))?.answer,
    ).toEqual({
      type: "ordering",
      steps: ["first", "then", "last"],
    })
    expect(only(question("essay", ""))?.answer).toEqual({ type: "long" })
    expect(only(question("description", ""))?.answer).toEqual({ type: "note" })
  })

  it("asks for a unit only where the unit is graded", () => {
    const units = "<units><unit><multiplier>1</multiplier><unit_name>km</unit_name></unit></units>"
    const unitsOf = (more: string) => {
      const read = only(question("numerical", `${answer(100, "35")}${units}${more}`))?.answer
      return read?.type === "numeric" ? read.units : null
    }
    expect(unitsOf("<unitgradingtype>1</unitgradingtype>")).toEqual(["km"])
    expect(unitsOf("<unitgradingtype>0</unitgradingtype><showunits>3</showunits>")).toEqual([])
    expect(unitsOf("")).toEqual([])
  })

  it("has gaps of every kind in a text", () => {
    const text =
      "It {1:MULTICHOICE:=abstained#Yes~voted}, with {2:NM:=35:1~%50%36} others, in {:SA:=Kyiv~=Kiev}."
    const cloze = question("cloze", "").replace(/<!\[CDATA\[.*\]\]>/, text)
    const item = only(cloze)
    expect(item?.prompt.text).toBe("It _____, with _____ others, in _____.")
    expect(item?.answer).toMatchObject({
      type: "gap",
      pieces: [
        "It ",
        { weight: 1, kind: "choice", choices: [{ percent: 100, feedback: { text: "Yes" } }, { percent: 0 }] },
        ", with ",
        { weight: 2, kind: "numeric", answers: [{ percent: 100 }, { percent: 50 }] },
        " others, in ",
        { weight: 1, kind: "short", wordings: [{ text: "Kyiv" }, { text: "Kiev" }] },
        ".",
      ],
    })
  })

  it("puts items where the categories say", () => {
    const category = `<question type="category"><category><text>$course$/top/War</text></category></question>`
    const { items } = readMoodleXml(file(category, question("essay", "")))
    expect(items[0]?.value.category).toEqual(["War"])
  })

  it("says that pictures are left out", () => {
    const picture = `<file name="a.png" encoding="base64">AAAA</file>`
    const { warnings } = readMoodleXml(
      file(question("essay", `<graderinfo format="html"><text></text>${picture}</graderinfo>`)),
    )
    expect(warnings).toEqual([{ line: 3, code: "filesLeftOut", params: {} }])
  })
})

describe("one broken question", () => {
  it.each([
    ["not well-formed", "<question type='essay'><name></question>", "notXml"],
    ["never closed", "<question type='essay'><name><text>x</text></name>", "notXml"],
    ["of a type of its own", question("calculated", ""), "typeUnknown"],
    ["without a right option", question("multichoice", answer(0, "a") + answer(0, "b")), "noRightOption"],
    ["without words", "<question type='essay'><name><text>x</text></name></question>", "noPrompt"],
    [
      "with an entity of its own",
      `<question type="essay"><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]></question>`,
      "notXml",
    ],
  ])("that is %s takes no other with it", (_, bad, code) => {
    const { items, skipped } = readMoodleXml(
      file(question("multichoice", two, "one"), bad, question("multichoice", two, "two")),
    )
    expect(skipped).toEqual([expect.objectContaining({ code })])
    expect(items.map(({ value }) => value.title)).toEqual(["one", "two"])
  })

  it("opens no file and grows no entity", () => {
    const xml = `<?xml version="1.0"?><!DOCTYPE quiz [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>
      <quiz>${question("essay", "").replace("<p>Which of <b>these</b>?</p>", "x").replace("<![CDATA[x]]>", "&b; &f;")}</quiz>`
    const { items, skipped } = readMoodleXml(xml)
    expect(JSON.stringify([items, skipped])).not.toMatch(/aaaa|root:/)
  })

  it("is never a reason to throw, however a file was cut or changed", () => {
    const whole = file(
      question("multichoice", two, "one"),
      question("shortanswer", answer(100, "x")),
      question("essay", ""),
    )
    const change = fc.tuple(
      fc.nat(whole.length),
      fc.nat(30),
      fc.constantFrom("<", ">", "</", "<question", "]]>", "<![CDATA[", "<!--", "&", ""),
    )
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), fc.nat(whole.length), (changes, cut) => {
        let text = whole
        for (const [at, gone, put] of changes) text = text.slice(0, at) + put + text.slice(at + gone)
        expect(() => readMoodleXml(text.slice(0, cut))).not.toThrow()
      }),
    )
  })
})
