import { expect, it } from "vitest"
import { slugOf, uniqueSlug } from "./slug"

it("keeps the words of a title that an address can carry", () => {
  expect(slugOf("Fake neutrality?")).toBe("fake-neutrality")
  expect(slugOf("  L'été  à Genève ")).toBe("l-ete-a-geneve")
  expect(slugOf("جعلی غیر جانبداری")).toBe("lesson")
  expect(slugOf("a".repeat(80))).toHaveLength(50)
})

it("tells two lessons of one title apart", () => {
  expect(uniqueSlug("Curfew", "0193b0a4-0000-7000-8000-0000000000aa")).toBe("curfew-0000aa")
})
