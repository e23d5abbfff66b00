import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { anyLesson } from "./any-lesson"
import { fault } from "./fault"
import { planOf } from "./lesson-plan"

const [lesson] = fc.sample(anyLesson, { seed: 9, numRuns: 1 })

describe("what bringing a lesson in would do", () => {
  it("counts questions apart from texts between them, and names what is left out as every page does", () => {
    if (!lesson) throw new Error("no lesson")
    const plan = planOf({
      lesson,
      named: [
        { type: "note", words: "Read on." },
        { type: "hotspot", words: "Where?" },
        { type: "single", words: "Who?" },
      ],
      leftOut: [{ at: 1, faults: [fault(["items", 1, "type"], "unknownType", { name: "hotspot" })] }],
      attached: 4,
      unattached: [0, 2],
    })
    expect(plan).toMatchObject({
      title: lesson.title,
      questions: lesson.items.length - 1,
      notes: 1,
      leftOut: [{ number: 1, words: "Where?", faults: [{ reason: "lesson.exchange.reasons.unknownType" }] }],
      evidence: {
        attached: 4,
        missing: [
          { number: null, words: "Read on." },
          { number: 2, words: "Who?" },
        ],
      },
    })
  })
})
