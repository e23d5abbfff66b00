import { describe, expect, it } from "vitest"
import { type SkillAnswer, skillsOverTime } from "./skills-over-time"

const answer = (assignmentId: string, numerator: number, ...skills: string[]): SkillAnswer => ({
  assignmentId,
  skills,
  share: { numerator, denominator: 2 },
})

describe("skillsOverTime", () => {
  it("says for each skill what was earned, in the order of the assignments", () => {
    const answers = [
      ...[2, 1, 0].map((points) => answer("late", points, "RI.1")),
      ...[2, 2, 2].map((points) => answer("early", points, "RI.1", "RI.10")),
    ]
    const lines = skillsOverTime(answers, ["early", "never", "late"])
    expect(lines.map(({ skill }) => skill)).toEqual(["RI.1", "RI.10"])
    expect(lines[0]).toEqual({
      skill: "RI.1",
      n: 6,
      share: { top: 3n, bottom: 4n },
      points: [
        { assignmentId: "early", n: 3, share: { top: 1n, bottom: 1n } },
        { assignmentId: "late", n: 3, share: { top: 1n, bottom: 2n } },
      ],
    })
  })

  it("says nothing of two answers, not even of both together with none", () => {
    const lines = skillsOverTime([answer("a", 2, "RI.4"), answer("b", 2, "RI.4")], ["a", "b"])
    expect(lines).toMatchObject([{ n: 2, share: null, points: [{ share: null }, { share: null }] }])
  })

  it("adds what each assignment was too short for", () => {
    const answers = ["a", "b", "c"].map((one) => answer(one, 1, "RI.6"))
    expect(skillsOverTime(answers, ["a", "b", "c"])[0]).toMatchObject({
      share: { top: 1n, bottom: 2n },
      points: [{ share: null }, { share: null }, { share: null }],
    })
  })

  it("has no line without an answer", () => expect(skillsOverTime([], ["a"])).toEqual([]))
})
