import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { blankItem } from "@/lib/quiz/authored-item"
import { gapItem, item } from "@/lib/quiz/exchange/any-item"
import { readQuizTable } from "@/lib/quiz/exchange/csv/read-quiz-table"
import type { ExchangeItem, Gap, NumericAnswer, RichText } from "@/lib/quiz/exchange/exchange-item"
import { fromAuthored } from "@/lib/quiz/exchange/from-authored"
import { readGift } from "@/lib/quiz/exchange/gift/read-gift"
import { fitsGift, writeGift } from "@/lib/quiz/exchange/gift/write-gift"
import { readMoodleXml } from "@/lib/quiz/exchange/moodle/read-moodle-xml"
import { writeMoodleXml } from "@/lib/quiz/exchange/moodle/write-moodle-xml"
import { plainTextOf } from "@/lib/quiz/exchange/plain-text"
import { planQuizExport } from "@/lib/quiz/exchange/plan-export"
import { toAuthored } from "@/lib/quiz/exchange/to-authored"

const readBack = (read: typeof readGift, text: string) => {
  const { items, skipped } = read(text)
  expect(skipped).toEqual([])
  return items.map(({ value }) => value)
}

describe("items of ours", () => {
  let last = 0
  const newId = () => `00000000-0000-4000-8000-${String(++last).padStart(12, "0")}`
  const means = { newId, gapPrompt: "Fill in the gaps." }
  const withoutIds = (value: unknown) =>
    JSON.stringify(value).replace(/00000000-0000-4000-8000-(\d+)/g, (id, _, __, whole) =>
      String(whole.indexOf(id)),
    )

  it("come back the same from Moodle XML, but for what was said to be lost", () => {
    fc.assert(
      fc.property(item, (file) => {
        const made = toAuthored(file, means)
        if (!made.ok) return
        const carried = fromAuthored(made.item)
        if (!carried.ok) throw new Error(carried.code)
        const [back] = readBack(readMoodleXml, writeMoodleXml([carried.item]))
        const again = back && toAuthored(back, means)
        if (!again?.ok || carried.lost.length > 0) return
        expect(withoutIds(again.item)).toBe(withoutIds(made.item))
      }),
      { numRuns: 60 },
    )
  })

  it("come back the same from a table, a classification too", () => {
    const content = {
      categories: ["Mir", "Others", "Nobody"].map((text) => ({ id: newId(), text })),
      statements: ["It is fake.", "It takes no side."].map((text) => ({ id: newId(), text })),
    }
    const [first, second] = content.statements.map(({ id }) => id)
    const places = { [first ?? ""]: content.categories[0]?.id, [second ?? ""]: content.categories[1]?.id }
    const key = { places, evidence: { quotes: [], sentenceIds: [] } }
    const item = { ...blankItem("classification", newId), prompt: "Whose claim?", content, key }
    const exported = planQuizExport([item], "csv")
    expect(exported.losses).toEqual([])
    const rows = (exported.rows ?? []).map((cells, at) => ({ row: at + 1, cells }))
    const [back] = readBack(() => readQuizTable(rows), "")
    const made = back && toAuthored(back, means)
    expect(made?.ok && withoutIds(made.item)).toBe(withoutIds(item))
    for (const format of ["gift", "moodle-xml"] as const)
      expect(planQuizExport([item], format).losses.map(({ code, left }) => [code, left])).toEqual([
        ["becameMatching", false],
      ])
  })

  /** What no item of ours has: a place in a tree, the same tag twice, and points for a text. */
  const asOurs = (one: ExchangeItem): ExchangeItem => ({
    ...one,
    category: [],
    tags: [...new Set(one.tags)],
    ...(one.answer.type === "note" ? { points: 0, feedback: null } : {}),
  })
  const throughOurs = (one: ExchangeItem): ExchangeItem | null => {
    const made = toAuthored(one, means)
    if (!made.ok) return null
    const carried = fromAuthored(made.item)
    if (!carried.ok) throw new Error(carried.code)
    // A long answer is without a rubric, and nothing else has anything to lose.
    expect(carried.lost.filter((code) => code !== "rubricStays")).toEqual([])
    return carried.item
  }

  it("lose nothing of a file on its way through our own keys: not a share, nor a comment, nor a number", () => {
    let kept = 0
    fc.assert(
      fc.property(item, (file) => {
        const ours = throughOurs(file)
        if (!ours) return
        kept++
        expect(ours).toEqual(asOurs(file))
        const points = { points: ours.points }
        if (fitsGift(ours))
          expect(readBack(readGift, writeGift([ours])).map((one) => ({ ...one, ...points }))).toEqual([ours])
        const [xml] = readBack(readMoodleXml, writeMoodleXml([ours]))
        expect(xml && throughOurs(xml)).toEqual(ours)
      }),
      { numRuns: 300 },
    )
    // Most files make an item; those that do not have no whole answer, or twice the same option.
    expect(kept).toBeGreaterThan(100)
  })

  const simple = fc.stringMatching(/^[a-z]{1,6}$/)
  const weight = fc.integer({ min: 1, max: 3 })
  const fill = fc.record({
    text: simple,
    percent: fc.constantFrom(100, 50, 33.33333, 0, -25),
    feedback: fc.option(simple.map((text): RichText => ({ format: "plain", text }))),
  })
  const fills = fc.uniqueArray(fill, { minLength: 2, maxLength: 5, selector: ({ text }) => text })
  const anyGap = fc.oneof(
    fc.tuple(weight, fills).map(
      ([w, list]): Gap => ({
        weight: w,
        kind: "choice",
        choices: list.map((one, at) => ({
          ...one,
          percent: at === 0 ? 100 : one.percent,
          text: { format: "plain", text: one.text },
        })),
      }),
    ),
    fc.tuple(weight, fills).map(
      ([w, list]): Gap => ({
        weight: w,
        kind: "short",
        ignoreCase: true,
        wordings: list.map((one, at) => ({ ...one, percent: at === 0 ? 100 : one.percent })),
      }),
    ),
    fc.tuple(weight, fills, fc.boolean()).map(
      ([w, list, withOther]): Gap => ({
        weight: w,
        kind: "numeric",
        answers: [
          ...list.map(
            ({ text: _, ...one }, at): NumericAnswer => ({
              ...one,
              percent: at === 0 ? 100 : one.percent,
              accepts: { kind: "tolerance", number: String(at * 7), tolerance: "0.5" },
            }),
          ),
          ...(withOther ? [{ accepts: { kind: "other" as const }, percent: 0, feedback: null }] : []),
        ],
      }),
    ),
  )

  it("lose nothing of gaps with weights, shares, comments and tolerances", () => {
    fc.assert(
      fc.property(fc.array(anyGap, { minLength: 1, maxLength: 4 }), (list) => {
        const pieces = [...list.flatMap((one): (string | Gap)[] => ["Then ", one]), "."]
        const file = gapItem({ type: "gap", pieces })
        expect(throughOurs(file)).toEqual(file)
        const [xml] = readBack(readMoodleXml, writeMoodleXml([file]))
        const [one, other] = [file, xml].map((from) => from && toAuthored(from, means))
        if (!one?.ok || !other?.ok) throw new Error("not taken")
        expect(withoutIds(other.item)).toBe(withoutIds(one.item))
      }),
      { numRuns: 100 },
    )
  })

  it("of files written elsewhere come back to GIFT as they were, but for the format of their texts", () => {
    const folder = path.resolve(import.meta.dirname, "../../../tests/fixtures/gift")
    const plainer = (value: unknown) =>
      JSON.parse(JSON.stringify(value), (_, one) => {
        if (typeof one !== "object" || one === null || !("format" in one)) return one
        // A comment of nothing but tags says nothing.
        return plainTextOf(one as RichText) || null
      })
    let kept = 0
    for (const name of readdirSync(folder).filter((one) => one.endsWith(".gift")))
      for (const { value } of readGift(readFileSync(path.join(folder, name), "utf8")).items) {
        const ours = throughOurs(value)
        if (!ours) continue
        kept++
        const wanted = plainer({ ...asOurs(value), points: 1 })
        expect(plainer({ ...ours, points: 1 })).toEqual(wanted)
        const [gift] = readBack(readGift, writeGift([ours]))
        expect(plainer(gift)).toEqual(wanted)
        const [xml] = readBack(readMoodleXml, writeMoodleXml([ours]))
        const again = xml && throughOurs(xml)
        expect(plainer({ ...again, points: 1 })).toEqual(wanted)
      }
    expect(kept).toBeGreaterThan(40)
  })

  it("lose no letter of a text with gaps, whatever it looks like", () => {
    const marks = fc.constantFrom(
      "<b>",
      "a < b & c",
      "{1:SA:=x}",
      "&amp;",
      "}",
      "~=#",
      "\\",
      "%50%",
      "x\ny",
      "ا",
      "x",
    )
    const words = fc.array(marks, { minLength: 1, maxLength: 4 }).map((list) => list.join(""))
    const plainly = (text: string): RichText => ({ format: "plain", text })
    fc.assert(
      fc.property(
        words,
        words,
        words,
        words,
        fc.uniqueArray(words, { minLength: 2, maxLength: 2 }),
        (a, b, c, d, two) => {
          const choices = two.map((text, at) => ({
            text: plainly(text),
            percent: at === 0 ? 100 : 0,
            feedback: plainly(c),
          }))
          const wordings = [{ text: d.replaceAll("\n", " "), percent: 100, feedback: null }]
          const pieces: (string | Gap)[] = [
            a.trim(),
            { weight: 1, kind: "choice", choices },
            b.trim(),
            { weight: 1, kind: "short", wordings, ignoreCase: true },
          ]
          const file = gapItem({ type: "gap", pieces })
          const [xml] = readBack(readMoodleXml, writeMoodleXml([file]))
          const [one, other] = [file, xml].map((from) => from && toAuthored(from, means))
          // Two options that say the same but for their spaces are none.
          if (!one?.ok && !other?.ok) return
          if (!one?.ok || !other?.ok) throw new Error("taken once and not again")
          expect(withoutIds(other.item)).toBe(withoutIds(one.item))
        },
      ),
      { numRuns: 200 },
    )
  })

  it("have the words alone of a page's editor, in the text and in what is typed", () => {
    const text =
      "<p>The <b>caf&eacute; {1:SHORTANSWER:=caf&eacute;~=H<sub>2</sub>O}</b> and {1:MC:=a &lt; b~c}</p><p>So.</p>"
    const xml = `<quiz><question type="cloze"><questiontext format="html"><text><![CDATA[${text}]]></text></questiontext></question></quiz>`
    const [read] = readBack(readMoodleXml, xml)
    const made = read && toAuthored(read, means)
    if (!made?.ok) throw new Error("not taken")
    expect(made.item.content).toMatchObject({
      pieces: [
        { text: "The café " },
        { options: null },
        { text: " and " },
        { options: [{ text: "a < b" }, { text: "c" }] },
        { text: "\n\nSo." },
      ],
    })
    expect(JSON.stringify(made.item.key)).toContain('["café","H2O"]')
  })

  it.each([
    ["evidence", { ok: false, code: "evidenceStays" }],
    ["single", { ok: false, code: "keyMissing" }],
  ] as const)("%s without a key that a file could hold stays here", (type, wanted) => {
    expect(fromAuthored(blankItem(type, newId))).toEqual(wanted)
  })

  it("say what a file cannot carry", () => {
    const long = { ...blankItem("long", newId), hint: "Look at the end." }
    expect(fromAuthored(long)).toMatchObject({ ok: true, lost: expect.arrayContaining(["hintStays"]) })
  })
})
