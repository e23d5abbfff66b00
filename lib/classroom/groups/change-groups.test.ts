import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Decision } from "@/lib/access/refusal"
import {
  decideAdd,
  decideMake,
  decideMove,
  decidePlace,
  decideRemove,
  decideRename,
  type Ground,
} from "./change-groups"
import { type Arrangement, GROUPS_MAX, groupOf } from "./group-arrangement"

const students = ["asma", "bilal", "chen", "dora", "emil"]
const groups: Arrangement = [
  { id: "g1", name: "Group 1", members: ["asma", "bilal"] },
  { id: "g2", name: "Group 2", members: ["chen"] },
]

function ground(over: Partial<Ground> = {}): Ground {
  let made = 0
  return {
    groups,
    students,
    newId: () => {
      made += 1
      return `new-${made}`
    },
    nameOf: (number) => `Group ${number}`,
    random: () => 0.5,
    ...over,
  }
}

const allowed = <T>(decision: Decision<T>): T => {
  if (!decision.ok) throw new Error(decision.refusal.code)
  return decision.value
}
const codeOf = (decision: Decision<unknown>) => (decision.ok ? null : decision.refusal.code)

describe("the groups of a class", () => {
  it("are made anew of everybody", () => {
    const made = allowed(decideMake(ground(), { by: "size", count: 2 }))
    expect(made.map(({ id, name, members }) => [id, name, members.length])).toEqual([
      ["new-1", "Group 1", 2],
      ["new-2", "Group 2", 2],
      ["new-3", "Group 3", 1],
    ])
    expect(codeOf(decideMake(ground({ students: [] }), { by: "size", count: 2 }))).toBe(
      "people.nobodyToGroup",
    )
    const many = Array.from({ length: GROUPS_MAX + 1 }, (_, at) => `s${at}`)
    expect(codeOf(decideMake(ground({ students: many }), { by: "size", count: 1 }))).toBe(
      "people.tooManyGroups",
    )
  })

  it("grow by one under a free name", () => {
    const named = [{ id: "g1", name: "GROUP 2", members: [] }]
    expect(allowed(decideAdd(ground({ groups: named }))).at(-1)).toEqual({
      id: "new-1",
      name: "Group 3",
      members: [],
    })
  })

  it("grow no further than the most there may be", () => {
    const some = (count: number): Arrangement =>
      Array.from({ length: count }, (_, at) => ({ id: `g${at}`, name: `Group ${at + 1}`, members: [] }))
    expect(allowed(decideAdd(ground({ groups: some(GROUPS_MAX - 1) })))).toHaveLength(GROUPS_MAX)
    expect(codeOf(decideAdd(ground({ groups: some(GROUPS_MAX) })))).toBe("people.tooManyGroups")
  })

  it("let a student go to another, or to none", () => {
    const moved = allowed(decideMove(ground(), { enrolmentId: "asma", groupId: "g2" }))
    expect(moved.map(({ members }) => members)).toEqual([["bilal"], ["chen", "asma"]])
    const out = allowed(decideMove(ground(), { enrolmentId: "asma", groupId: null }))
    expect(groupOf(out, "asma")).toBeNull()
    expect(codeOf(decideMove(ground(), { enrolmentId: "zed", groupId: "g2" }))).toBe(
      "people.enrolmentMissing",
    )
    expect(codeOf(decideMove(ground(), { enrolmentId: "asma", groupId: "g9" }))).toBe("people.groupMissing")
  })

  it("take who is in none into the smallest, counting only who is in the class", () => {
    const placed = allowed(decidePlace(ground(), ["dora", "emil", "asma"]))
    expect(placed.map(({ members }) => members)).toEqual([
      ["asma", "bilal", "emil"],
      ["chen", "dora"],
    ])
    const withLeft = [...groups, { id: "g3", name: "Group 3", members: ["left", "gone"] }]
    expect(groupOf(allowed(decidePlace(ground({ groups: withLeft }), ["dora"])), "dora")?.id).toBe("g3")
    expect(codeOf(decidePlace(ground({ groups: [] }), ["dora"]))).toBe("people.noGroups")
    expect(codeOf(decidePlace(ground(), ["left"]))).toBe("people.enrolmentMissing")
  })

  it("have names of their own", () => {
    expect(allowed(decideRename(ground(), { groupId: "g1", name: "Herons" }))[0]?.name).toBe("Herons")
    expect(allowed(decideRename(ground(), { groupId: "g1", name: "group 1" }))[0]?.name).toBe("group 1")
    expect(codeOf(decideRename(ground(), { groupId: "g1", name: "GROUP 2" }))).toBe("people.groupNameTaken")
    expect(codeOf(decideRename(ground(), { groupId: "g1", name: "" }))).toBe("people.groupNameMissing")
    expect(codeOf(decideRename(ground(), { groupId: "g1", name: "x".repeat(61) }))).toBe(
      "people.groupNameLong",
    )
    expect(codeOf(decideRename(ground(), { groupId: "g9", name: "x" }))).toBe("people.groupMissing")
  })

  it("go one by one", () => {
    expect(allowed(decideRemove(ground(), "g1")).map(({ id }) => id)).toEqual(["g2"])
    expect(codeOf(decideRemove(ground(), "g9"))).toBe("people.groupMissing")
  })

  it("never hold somebody twice, whatever is done to them", () => {
    const one = fc.constantFrom(...students)
    const group = fc.constantFrom("g1", "g2", null)
    const act = fc.oneof(
      fc.record({ enrolmentId: one, groupId: group }).map((to) => (at: Ground) => decideMove(at, to)),
      fc.array(one).map((ids) => (at: Ground) => decidePlace(at, ids)),
      fc.constant((at: Ground) => decideAdd(at)),
    )
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
        const end = acts.reduce<Arrangement>((held, act) => {
          const decision = act(ground({ groups: held, newId: () => `more-${held.length}` }))
          return decision.ok ? decision.value : held
        }, groups)
        const everybody = end.flatMap(({ members }) => members)
        expect(new Set(everybody).size).toBe(everybody.length)
      }),
    )
  })
})
