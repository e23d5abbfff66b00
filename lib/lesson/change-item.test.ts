import { describe, expect, it } from "vitest"
import { changeItem } from "@/lib/lesson/change-item"
import { type AuthoredItem, blankItem } from "@/lib/quiz/authored-item"

let made = 0
const newId = () => `00000000-0000-4000-8000-${String(++made).padStart(12, "0")}`
const item = (part: Partial<AuthoredItem> = {}): AuthoredItem => ({
  ...blankItem("single", newId),
  itemId: newId(),
  prompt: "Who?",
  key: { answer: newId() },
  explanation: "Because.",
  ...part,
})

describe("one change of many items", () => {
  it("sets points, but of no view", () => {
    expect(changeItem(item(), { kind: "points", points: 3 })).toMatchObject({
      item: { points: 3, prompt: "Who?" },
    })
    expect(changeItem(item({ points: 3 }), { kind: "points", points: 3 })).toBe("same")
    const view = item({ level: "my_view", key: null })
    expect(changeItem(view, { kind: "points", points: 3 })).toEqual({ unfit: "viewHasNoPoints" })
  })

  it("sets the level where the type has it; a view leaves its key", () => {
    expect(changeItem(item(), { kind: "level", level: "evidence_holds" })).toMatchObject({
      item: { level: "evidence_holds", key: { answer: expect.any(String) } },
    })
    expect(changeItem(item(), { kind: "level", level: "my_view" })).toMatchObject({
      item: { level: "my_view", key: null, explanation: null, feedback: {} },
    })
    const poll = { ...blankItem("poll", newId), prompt: "What do you think?" }
    expect(changeItem(poll, { kind: "level", level: "author_says" })).toEqual({ unfit: "levelOfType" })
    expect(changeItem(poll, { kind: "level", level: "my_view" })).toBe("same")
  })

  it("sets, adds and removes skills without regard to case", () => {
    const skilled = item({ skills: ["RI.1", "side:for"] })
    const skills = (how: "set" | "add" | "remove", ...named: string[]) => {
      const changed = changeItem(skilled, { kind: "skills", how, skills: named })
      return typeof changed === "object" && "item" in changed ? changed.item.skills : changed
    }
    expect(skills("set", "RI.4", "ri.4")).toEqual(["RI.4"])
    expect(skills("set")).toEqual([])
    expect(skills("add", "ri.1", "RI.8")).toEqual(["RI.1", "side:for", "RI.8"])
    expect(skills("add", "ri.1")).toBe("same")
    expect(skills("remove", "SIDE:FOR")).toEqual(["RI.1"])
    expect(skills("remove", "RL.2")).toBe("same")
    const many = Array.from({ length: 8 }, (_, at) => `RI.${at + 2}`)
    expect(skills("add", ...many)).toEqual({ unfit: "tooManySkills" })
  })
})
