import { describe, expect, it } from "vitest"
import type { z } from "zod"
import * as input from "./input"

// Only an administrator's form for a new person and a teacher's form for class staff may name a role.
const mayNameARole = new Set(["createPersonInput", "addStaffInput"])

const schemas = Object.entries(input) as [string, z.ZodType][]

describe("what comes from a browser", () => {
  it.each(schemas.filter(([name]) => !mayNameARole.has(name)))("%s has no place for a role", (_, schema) => {
    for (const extra of [
      "role",
      "schoolRole",
      "mustChangePassword",
      "disabledAt",
      "isAdministrator",
      "userId",
    ]) {
      const parsed = schema.safeParse({ [extra]: "administrator" })
      const problems = parsed.success ? [] : parsed.error.issues
      const takes = extra === "userId" && (schema === input.personInput || schema === input.erasePersonInput)
      const unknown = problems.some(
        (issue) => issue.code === "unrecognized_keys" && issue.keys.includes(extra),
      )
      expect(unknown || takes).toBe(true)
    }
  })

  it("knows no class role above its own for staff", () => {
    const classId = "0190a0a0-0000-7000-8000-000000000000"
    expect(input.addStaffInput.safeParse({ classId, name: "x", role: "administrator" }).success).toBe(false)
    expect(input.addStaffInput.safeParse({ classId, name: "x", role: "student" }).success).toBe(false)
  })

  it.each(schemas)("%s refuses lists, objects and nothing where text belongs", (_, schema) => {
    const fields = Object.keys((schema as z.ZodObject).shape ?? {})
    for (const field of fields)
      for (const bad of [["a"], { toString: 1 }, Number.NaN, null, "x".repeat(200_000)])
        expect(schema.safeParse({ [field]: bad }).success).toBe(false)
  })
})
