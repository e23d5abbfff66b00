import { describe, expect, it } from "vitest"
import { POLICY_CHOICES, policyOf, USUAL_POLICY } from "@/lib/lesson/quiz-policy"
import lesson from "@/lib/platform/messages/en/lesson.json"

describe("the policy of a quiz", () => {
  // Keys that are put together are out of sight of the check of the house.
  it.each(POLICY_CHOICES)("%s has a sentence and a hint", (name) => {
    const words: Record<string, unknown> = lesson.policy
    expect([words[name], words[`${name}Hint`]]).toEqual([expect.any(String), expect.any(String)])
  })

  it("is what of an assignment belongs to it, and nothing else", () => {
    expect(policyOf({ ...USUAL_POLICY, id: "another column" } as typeof USUAL_POLICY)).toEqual(USUAL_POLICY)
  })
})
