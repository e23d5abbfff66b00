import { describe, expect, it } from "vitest"
import { NO_ACCOMMODATION } from "./accommodation"
import { type RosterRow, rosterOf } from "./roster-view"

const day = new Date("2026-03-02T08:00:00Z")

function row(displayName: string, about: Partial<RosterRow> = {}): RosterRow {
  const user = {
    id: displayName,
    displayName,
    userName: displayName.toLowerCase(),
    mustChangePassword: false,
    disabledAt: null,
    accommodation: null,
  }
  return { id: displayName, role: "student", state: "active", createdAt: day, leftAt: null, user, ...about }
}

describe("rosterOf", () => {
  it("puts everybody into one list by what they are to the class, in order of name", () => {
    const roster = rosterOf([
      row("Zoë"),
      row("Amina"),
      row("Bilal", { state: "pending" }),
      row("Mr Roy", { role: "teacher" }),
      row("Ms Li", { role: "assistant" }),
      row("Chen", { leftAt: day }),
      row("Dina", { state: "pending", leftAt: day }),
    ])
    const names = Object.fromEntries(
      Object.entries(roster).map(([list, people]) => [list, people.map((person) => person.displayName)]),
    )
    expect(names).toEqual({
      waiting: ["Bilal"],
      students: ["Amina", "Zoë"],
      staff: ["Mr Roy", "Ms Li"],
      left: ["Chen", "Dina"],
    })
  })

  it("says what the page shows of a person", () => {
    const extra = { ...NO_ACCOMMODATION, timeMultiplier: "1.50", extraMinutes: 5 }
    const user = { ...row("Amina").user, mustChangePassword: true, accommodation: extra }
    const left = new Date("2026-05-01T00:00:00Z")
    expect(rosterOf([row("Amina", { user, leftAt: left })]).left).toEqual([
      {
        enrolmentId: "Amina",
        userId: "Amina",
        displayName: "Amina",
        userName: "amina",
        role: "student",
        waitsForFirstSignIn: true,
        accountClosed: false,
        accommodation: { ...NO_ACCOMMODATION, timeMultiplier: 1.5, extraMinutes: 5 },
        since: left,
      },
    ])
  })
})
