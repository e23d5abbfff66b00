import { expect, it } from "vitest"
import { itemTypeNames, itemTypeOf } from "@/lib/quiz/item-types"
import words from "../platform/messages/en/lesson.json"

it("calls every type by its own name, and people by words", () => {
  for (const name of itemTypeNames) expect(itemTypeOf(name).name).toBe(name)
  expect(Object.keys(words.itemTypes).sort()).toEqual([...itemTypeNames].sort())
})

it("tells nothing of an answer that was taken back, or that no page of ours sends", () => {
  for (const name of itemTypeNames) {
    const type = itemTypeOf(name)
    const { content } = type.blank(() => "11111111-1111-4111-8111-111111111111")
    for (const value of [null, undefined, "B", { option: 7 }, []]) {
      const told = type.told(content, value)
      expect([told.optionIds, told.text ?? "", told.sentenceIds]).toEqual([[], "", []])
      expect(type.parts(content, value, null).filter((part) => part.text !== null)).toEqual([])
    }
  }
})

it("takes a stored type that no folder stands behind for a bug", () => {
  expect(() => itemTypeOf("toString")).toThrow("No item type is called toString")
})
