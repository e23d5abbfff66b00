import { describe, expect, it } from "vitest"
import { type ClassRole, mayHold, type SchoolRole } from "./roles"

const allowed: Record<SchoolRole, ClassRole[]> = {
  student: ["student"],
  assistant: ["assistant"],
  teacher: ["assistant", "teacher"],
  administrator: ["teacher"],
}

describe("mayHold", () => {
  it.each(Object.entries(allowed))("lets a %s of the school be only %j in a class", (schoolRole, roles) => {
    const all: ClassRole[] = ["student", "assistant", "teacher"]
    expect(all.filter((role) => mayHold(schoolRole as SchoolRole, role))).toEqual(roles)
  })
})
