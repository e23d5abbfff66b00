import { describe, expect, it } from "vitest"
import { blankItem } from "@/lib/quiz/authored-item"
import { fairItem, keyedList } from "@/lib/quiz/fairness/fair-item"
import { type ItemTypeName, itemTypeNames } from "@/lib/quiz/item-types"

const id = (at: number) => `00000000-0000-4000-8000-00000000000${at}`
const look = (type: ItemTypeName, content: unknown, key: unknown) =>
  fairItem({ position: 2, item: { ...blankItem(type, () => id(0)), prompt: "Which?", content, key } })
const options = [
  { id: id(1), text: "A fence" },
  { id: id(2), text: "A wall" },
]
const evidence = { quotes: [], sentenceIds: [] }

describe("an item as the rules of fairness see it", () => {
  it("has a list with what is right in it", () => {
    const item = look("single", { options }, { answer: id(2), evidence })
    expect(item).toMatchObject({ position: 2, holds: null })
    expect(item.lists).toEqual([
      {
        leadIn: "Which?",
        choices: [
          { text: "A fence", isRight: false },
          { text: "A wall", isRight: true },
        ],
      },
    ])
  })

  it("does not know what is right without a key, in a poll, and in a list shared by rows", () => {
    const rows = [{ id: id(3), text: "Mir" }]
    const lists = [
      look("single", { options }, null),
      look("poll", { options }, null),
      look("matching", { rows, options }, { pairs: { [id(3)]: id(1) }, evidence }),
    ].flatMap((item) => item.lists)
    expect(lists.flatMap(({ choices }) => choices.map(({ isRight }) => isRight))).toEqual(Array(6).fill(null))
  })

  it("has a list for every gap to choose in, led into by the words before it", () => {
    const pieces = [
      { text: "It was a " },
      { gap: id(4), options },
      { text: "." },
      { gap: id(5), options: null },
    ]
    const item = look(
      "gap",
      { pieces },
      { gaps: { [id(4)]: [id(1)] }, ignoreCase: true, ignoreDiacritics: true },
    )
    expect(item.lists).toMatchObject([
      { leadIn: "It was a ", choices: [{ isRight: true }, { isRight: false }] },
    ])
  })

  it("knows whether a statement holds", () => {
    expect(look("true-false", { options }, { answer: id(1) }).holds).toBe(true)
    expect(look("true-false", { options }, { answer: id(2) }).holds).toBe(false)
    expect(look("true-false", { options }, null).holds).toBeNull()
  })

  it("can look at every type, also at one that is still blank", () => {
    for (const type of itemTypeNames)
      expect(fairItem({ position: 1, item: blankItem(type, () => id(1)) }).type).toBe(type)
  })
})

describe("a list with one right option", () => {
  const choice = (isRight: boolean | null) => ({ text: "x", isRight })
  it("has exactly one, and others", () => {
    expect(keyedList({ leadIn: "", choices: [choice(true), choice(false)] })?.others).toHaveLength(1)
    expect(keyedList({ leadIn: "", choices: [choice(true), choice(true), choice(false)] })).toBeNull()
    expect(keyedList({ leadIn: "", choices: [choice(null), choice(null)] })).toBeNull()
    expect(keyedList({ leadIn: "", choices: [choice(true)] })).toBeNull()
  })
})
