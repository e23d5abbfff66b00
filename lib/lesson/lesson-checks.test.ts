import { describe, expect, it } from "vitest"
import { type AuthoredItem, blankItem } from "@/lib/quiz/authored-item"
import { checkLesson, type LessonMatter } from "./lesson-checks"

let made = 0
const newId = () => `00000000-0000-4000-8000-${String(++made).padStart(12, "0")}`
const sentence = newId()

function single(evidence: { quotes: string[]; sentenceIds: string[] }): AuthoredItem {
  const options = [
    { id: newId(), text: "It favours the stronger" },
    { id: newId(), text: "It ends the war" },
  ]
  const key = { answer: options[0]?.id, evidence }
  return {
    ...blankItem("single", newId),
    itemId: newId(),
    prompt: `What does it do, the ${made}th time?`,
    content: { options },
    key,
  }
}

const matter = (items: AuthoredItem[], change: Partial<LessonMatter> = {}): LessonMatter => ({
  items: items.map((item, at) => ({ position: at + 1, item })),
  promptCount: 2,
  hasStanceStatement: true,
  sentenceIds: new Set([sentence]),
  ...change,
})

const codes = (of: LessonMatter) => checkLesson(of).map(({ code, blocks }) => `${code}${blocks ? "!" : ""}`)

describe("pools", () => {
  const pooled = (draw: number, ...points: number[]): LessonMatter => ({
    ...matter([]),
    items: points.map((worth, at) => ({
      position: at + 1,
      item: { ...single({ quotes: [], sentenceIds: [] }), points: worth },
      pool: { name: "Sources", draw },
    })),
  })

  it("block where a student could be graded out of another total", () => {
    expect(codes(pooled(1, 1, 1))).toEqual([])
    expect(codes(pooled(1, 1, 2))).toEqual(["poolPointsDiffer!"])
    // All of it is drawn: the total is the same.
    expect(codes(pooled(2, 1, 2))).toEqual([])
  })

  it("block where more is drawn than is there", () => {
    expect(codes(pooled(3, 1, 1))).toEqual(["poolDrawsTooMany!"])
  })

  it("count a view as worth nothing", () => {
    const items = pooled(1, 1, 1).items.map((placed, at) =>
      at === 0 ? { ...placed, item: { ...placed.item, level: "my_view" as const, key: null } } : placed,
    )
    expect(codes({ ...pooled(1), items })).toEqual(["poolPointsDiffer!"])
  })
})

describe("checkLesson", () => {
  it("finds nothing in a lesson that is ready", () => {
    expect(codes(matter([single({ quotes: ["the stronger side"], sentenceIds: [sentence] })]))).toEqual([])
  })

  it("blocks what could not be scored: no key, evidence in another text", () => {
    const keyless = { ...single({ quotes: [], sentenceIds: [] }), key: null }
    const elsewhere = single({ quotes: [], sentenceIds: [newId()] })
    const found = checkLesson(matter([keyless, elsewhere]))
    expect(found.every(({ blocks }) => blocks)).toBe(true)
    expect(found.map((check) => check.about === "item" && check.position)).toContain(1)
    expect(found.map(({ code }) => code)).toContain("evidenceElsewhere")
  })

  it("points out quotes that attach to no sentence, without blocking", () => {
    expect(codes(matter([single({ quotes: ["a phrase of the other text"], sentenceIds: [] })]))).toEqual([
      "looseEvidence",
    ])
  })

  it("says which steps students will not have", () => {
    expect(codes(matter([], { promptCount: 0, hasStanceStatement: false }))).toEqual([
      "noItems",
      "noPrompts",
      "noStance",
    ])
  })
})

describe("questions that stand in it twice", () => {
  const asked = (prompt: string): AuthoredItem => ({
    ...single({ quotes: [], sentenceIds: [sentence] }),
    prompt,
  })
  const found = (...prompts: string[]) =>
    checkLesson(matter(prompts.map(asked))).map((check) => [
      check.code,
      check.about === "item" ? [check.position, check.other] : null,
    ])

  it("are named with the first of them, and block nothing", () => {
    expect(found("Who?", "Why?", " who?", "WHO?")).toEqual([
      ["sameQuestion", [3, 1]],
      ["sameQuestion", [4, 1]],
    ])
    expect(checkLesson(matter(["Who?", "Who?"].map(asked))).every(({ blocks }) => !blocks)).toBe(true)
  })

  it("are none where the words differ", () => {
    expect(found("Who?", "Why?")).toEqual([])
  })
})
