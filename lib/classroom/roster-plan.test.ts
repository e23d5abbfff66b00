import { describe, expect, it } from "vitest"
import { readRoster } from "./roster-list"
import { planRoster } from "./roster-plan"

const nobody = { members: [], userNames: new Set<string>(), emails: new Set<string>() }

describe("planRoster", () => {
  it("makes user names that are free in the school and in the list", () => {
    const plan = planRoster(readRoster("Amina Khan\nAmina M Khan\nAmina Q Khan, amina.khan2"), {
      ...nobody,
      userNames: new Set(["amina.khan"]),
    })
    expect(plan).toMatchObject([
      { outcome: "new", userName: "amina.khan3" },
      { outcome: "new", userName: "amina.khan4" },
      { outcome: "new", userName: "amina.khan2" },
    ])
  })

  it("leaves people of the same name as they are, and tells those who left apart", () => {
    const members = [
      { displayName: "AMINA khan", left: false },
      { displayName: "Bilal Ahmed", left: true },
    ]
    const plan = planRoster(readRoster("Khan, Amina\nBilal Ahmed\nChen Li"), { ...nobody, members })
    expect(plan.map(({ outcome }) => outcome)).toEqual(["already", "left", "new"])
  })

  it("refuses a user name or an address that is in use, in the school or earlier in the list", () => {
    const plan = planRoster(
      readRoster(
        "Amina Khan, amina_k\nBilal Ahmed, amina_k\nChen Li, chen@x.example\nDina Roy, chen@x.example\nEva No, eva@x.example",
      ),
      { ...nobody, emails: new Set(["eva@x.example"]) },
    )
    expect(plan.map((line) => (line.outcome === "refused" ? line.fault : line.outcome))).toEqual([
      "new",
      "userNameTaken",
      "new",
      "emailTaken",
      "emailTaken",
    ])
  })

  it("keeps the order of the lines, refused ones in their place", () => {
    const plan = planRoster(readRoster("Amina Khan\n123\nBilal Ahmed"), nobody)
    expect(plan.map(({ line, outcome }) => [line, outcome])).toEqual([
      [1, "new"],
      [2, "refused"],
      [3, "new"],
    ])
  })
})
