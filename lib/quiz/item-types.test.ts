import { expect, it } from "vitest"
import { itemTypeNames, itemTypeOf } from "@/lib/quiz/item-types"
import words from "../platform/messages/en/lesson.json"

it("calls every type by its own name, and people by words", () => {
  for (const name of itemTypeNames) expect(itemTypeOf(name).name).toBe(name)
  expect(Object.keys(words.itemTypes).sort()).toEqual([...itemTypeNames].sort())
})

it("takes a stored type that no folder stands behind for a bug", () => {
  expect(() => itemTypeOf("toString")).toThrow("No item type is called toString")
})
