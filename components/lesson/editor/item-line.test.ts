import { expect, it } from "vitest"
import { groupItems, type ItemLine } from "@/components/lesson/editor/item-line"

const line = (itemId: string, pool: string | null): ItemLine => {
  return {
    itemId,
    pool,
    prompt: itemId,
    type: "single",
    level: "author_says",
    points: 1,
    skills: [],
    problems: [],
  }
}

it("groups the questions of a pool, and leaves the others by themselves", () => {
  const groups = groupItems([
    line("a", null),
    line("b", null),
    line("c", "P"),
    line("d", "P"),
    line("e", "Q"),
  ])
  expect(groups.map(({ at, pool, items }) => [at, pool, items.length])).toEqual([
    [0, null, 1],
    [1, null, 1],
    [2, "P", 2],
    [4, "Q", 1],
  ])
})
