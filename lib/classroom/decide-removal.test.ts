import { describe, expect, it } from "vitest"
import { decideRemoval } from "./decide-removal"

const teacher = { mayRemove: true, mayRemoveStaff: false, isSelf: false, teachers: 2 }

describe("decideRemoval", () => {
  it.each(["student", "assistant"] as const)("lets a teacher of the class take out a %s", (role) => {
    expect(decideRemoval({ ...teacher, role }).ok).toBe(true)
    expect(decideRemoval({ ...teacher, mayRemove: false, role })).toMatchObject({ code: "people.notAllowed" })
  })

  it("keeps a teacher from taking out another, but lets them go themselves", () => {
    expect(decideRemoval({ ...teacher, role: "teacher" })).toMatchObject({ code: "people.notAllowed" })
    expect(decideRemoval({ ...teacher, role: "teacher", isSelf: true }).ok).toBe(true)
    expect(decideRemoval({ ...teacher, role: "teacher", mayRemoveStaff: true }).ok).toBe(true)
  })

  it("never leaves a class without a teacher", () => {
    const last = { ...teacher, role: "teacher" as const, mayRemoveStaff: true, isSelf: true, teachers: 1 }
    expect(decideRemoval(last)).toEqual({ ok: false, kind: "conflict", code: "people.lastTeacher" })
  })
})
