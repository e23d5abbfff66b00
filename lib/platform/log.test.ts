import { describe, expect, it } from "vitest"
import { withoutValues } from "./log"

const named = (name: string, message: string, code?: string): Error => {
  const error = Object.assign(new Error(message), { code })
  error.name = name
  return error
}

describe("what is logged of an error", () => {
  it("has Prisma's reason and where it was, and nothing of what a query was given", () => {
    const picture = `\nInvalid \`prisma.post.create()\` invocation:\n\n{\n  data: {\n    body: "my canary"\n  }\n}\n\nInvalid value for argument \`move\`. Expected Move.`
    const logged = withoutValues(named("PrismaClientValidationError", picture))
    expect(logged).toContain("Invalid value for argument `move`. Expected Move.")
    expect(logged).toContain("log.test.ts")
    expect(logged).not.toContain("canary")
  })

  it("has no value that PostgreSQL could not read", () => {
    const logged = withoutValues(named("error", 'invalid input syntax for type uuid: "my\ncanary"', "22P02"))
    expect(logged).toContain('invalid input syntax for type uuid: "…"')
    expect(logged).not.toContain("canary")
  })

  it("is every other error's stack as it is", () => {
    const error = named("TypeError", "x is not a function")
    expect(withoutValues(error)).toBe(error.stack)
  })
})
