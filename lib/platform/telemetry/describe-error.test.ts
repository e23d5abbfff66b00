import fc from "fast-check"
import pg from "pg"
import { describe, expect, it } from "vitest"
import { describeError } from "./describe-error"

const CANARY = "Zeisig"

/** Errors as the libraries make them, with somebody's words in every place they put them. */
const repeating: Record<string, (words: string) => unknown> = {
  "a string": (words) => words,
  "an object": (words) => ({ message: words, stack: words }),
  "an error of ours": (words) => new Error(`Nobody is called ${words}`),
  "a type error": (words) => new TypeError(`"${words}" is not a function`),
  "an odd name": (words) => Object.assign(new Error("x"), { name: words }),
  "an odd code": (words) => Object.assign(new Error("x"), { code: words }),
  "JSON that cannot be read": (words) => thrownBy(() => JSON.parse(`{"name": ${words}`)),
  "an address": (words) => thrownBy(() => new URL(words)),
  "a row PostgreSQL refused": (words) => {
    const error = new pg.DatabaseError(`value "${words}" is too long`, 1, "error")
    return Object.assign(error, { detail: `Failing row contains (${words}).`, where: words, code: "23514" })
  },
  "a mail not taken": (words) =>
    Object.assign(new Error(`550 ${words}`), { response: words, code: "EENVELOPE" }),
  "a cause": (words) => new Error("outer", { cause: new Error(words) }),
  "words that look like a stack": (words) => new Error(`\n    at ${words} (file.js:1:1)`),
  "words changed after the stack was taken": (words) => {
    const error = new Error(words)
    error.message = "another"
    return error
  },
}

function thrownBy(act: () => unknown): unknown {
  try {
    act()
  } catch (error) {
    return error
  }
  return null
}

describe("an error in the log", () => {
  it.each(Object.entries(repeating))("holds no word of %s", (_, make) => {
    const tricky = fc.stringMatching(/^[ -~\n]{0,40}$/).map((noise) => `${noise}${CANARY}${noise}`)
    fc.assert(
      fc.property(tricky, (words) => !JSON.stringify(describeError(make(words))).includes(CANARY)),
      { numRuns: 200 },
    )
  })

  it("says where it was thrown, what it is and which rule refused", () => {
    const error = Object.assign(new pg.DatabaseError("no", 1, "error"), {
      code: "23505",
      constraint: "User_email_key",
      table: "User",
    })
    expect(describeError(error)).toMatchObject({
      code: "23505",
      constraint: "User_email_key",
      table: "User",
    })
    expect(describeError(new Error("x")).frames[0]).toMatch(/describe-error\.test\.ts:\d+:\d+/)
  })

  it("keeps what the engine says of code", () => {
    const error = thrownBy(() => (undefined as unknown as { length: number }).length)
    expect(describeError(error).message).toBe("Cannot read properties of undefined (reading …)")
  })
})
