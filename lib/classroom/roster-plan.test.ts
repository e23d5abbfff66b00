import { describe, expect, it } from "vitest"
import { readRoster } from "./roster-list"
import { planRoster, type RosterFacts, type RosterMember } from "./roster-plan"

const nobody = { members: [], userNames: new Set<string>(), emails: new Set<string>() }

const member = (words: Partial<RosterMember>): RosterMember => ({
  userId: words.userName ?? "somebody",
  displayName: "Somebody",
  userName: "somebody",
  email: null,
  standing: "in",
  ...words,
})
const factsOf = (...members: RosterMember[]): RosterFacts => ({
  members,
  userNames: new Set(members.map(({ userName }) => userName)),
  emails: new Set(members.flatMap(({ email }) => email ?? [])),
})

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
      member({ displayName: "AMINA khan" }),
      member({ displayName: "Bilal Ahmed", standing: "left" }),
      member({ displayName: "Dina Roy", standing: "waiting" }),
    ]
    const plan = planRoster(readRoster("Khan, Amina\nBilal Ahmed\nDina Roy\nChen Li"), { ...nobody, members })
    expect(plan.map(({ outcome }) => outcome)).toEqual(["already", "left", "waiting", "new"])
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

describe("a student who is known already", () => {
  const amina = member({ displayName: "Amina Khan", userName: "amina.k", email: "amina@x.example" })
  const bilal = member({ displayName: "Bilal Ahmed", userName: "bilal.a", email: "bilal@x.example" })
  const plan = (pasted: string) => planRoster(readRoster(pasted), factsOf(amina, bilal))

  it("is known by user name, and gets the name and the address of the list", () => {
    expect(plan("Amina Siddiqui, amina.k, new@x.example")).toMatchObject([
      {
        outcome: "changed",
        userId: "amina.k",
        before: { displayName: "Amina Khan", email: "amina@x.example" },
        after: { displayName: "Amina Siddiqui", email: "new@x.example" },
      },
    ])
  })

  it("is known by address, and keeps it where the list has none", () => {
    expect(plan("Amina Siddiqui, amina@x.example")).toMatchObject([{ outcome: "changed" }])
    expect(plan("Amina Siddiqui, amina.k")).toMatchObject([{ after: { email: "amina@x.example" } }])
  })

  it("is unchanged where the list says what is there, in any case of the address", () => {
    expect(plan("Amina Khan, amina.k\nBilal Ahmed, BILAL@x.example").map(({ outcome }) => outcome)).toEqual([
      "already",
      "already",
    ])
  })

  it("by name alone is left as they are, and never given another address", () => {
    expect(plan("AMINA KHAN, amina@x.example")).toMatchObject([{ outcome: "changed" }])
    expect(plan("amina khan")).toMatchObject([{ outcome: "already", displayName: "Amina Khan" }])
    expect(plan("Amina Khan, other@x.example")).toMatchObject([{ outcome: "refused", fault: "otherEmail" }])
  })

  it("never gets an address that somebody else has", () => {
    expect(plan("Amina Khan, amina.k, bilal@x.example")).toMatchObject([
      { outcome: "refused", fault: "emailTaken" },
    ])
  })

  it("is meant by one line only: two people of one name are told apart by what is theirs", () => {
    const lines = plan("Amina Khan, amina.k\nAmina Khan, amina.k2")
    expect(lines.map(({ outcome }) => outcome)).toEqual(["already", "new"])
  })

  it("changes nothing the second time", () => {
    const after = member({ ...amina, displayName: "Amina Siddiqui" })
    const again = planRoster(readRoster("Amina Siddiqui, amina.k"), factsOf(after))
    expect(again.map(({ outcome }) => outcome)).toEqual(["already"])
  })
})
