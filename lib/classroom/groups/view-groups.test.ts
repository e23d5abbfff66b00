import { describe, expect, it } from "vitest"
import { viewGroups } from "./view-groups"

const student = (name: string) => ({ enrolmentId: name.toLowerCase(), displayName: name })

describe("viewGroups", () => {
  it("shows everybody of the class once, in the roster's order, and nobody who has left", () => {
    const groups = [
      { id: "g1", name: "Group 1", members: ["left", "chen", "asma"] },
      { id: "g2", name: "Group 2", members: [] },
    ]
    expect(viewGroups(groups, ["Asma", "Bilal", "Chen"].map(student))).toEqual({
      groups: [
        { id: "g1", name: "Group 1", students: [student("Asma"), student("Chen")] },
        { id: "g2", name: "Group 2", students: [] },
      ],
      ungrouped: [student("Bilal")],
    })
  })

  it("of a class without groups shows everybody as in none", () => {
    expect(viewGroups([], [student("Asma")])).toEqual({ groups: [], ungrouped: [student("Asma")] })
  })
})
