import { describe, expect, it } from "vitest"
import { attemptsWaiting, outboxKey } from "./outbox-keys"

describe("keys of waiting answers", () => {
  it("are found again by person, and by nobody else", () => {
    const keys = [
      outboxKey("amina", "1"),
      outboxKey("amina", "2"),
      outboxKey("bilal", "3"),
      // A name that begins like another's is another person.
      outboxKey("amina-b", "4"),
      "colloquy.theme",
      "colloquy.quiz.amina.",
    ]
    expect(attemptsWaiting(keys, "amina")).toEqual(["1", "2"])
    expect(attemptsWaiting(keys, "bilal")).toEqual(["3"])
    expect(attemptsWaiting(keys, "nobody")).toEqual([])
  })
})
