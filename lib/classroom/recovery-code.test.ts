import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { hashRecoveryCode, makeRecoveryCode, RECOVERY_CODE_BYTES, readRecoveryCode } from "./recovery-code"

const tenBytes = fc.uint8Array({ minLength: RECOVERY_CODE_BYTES, maxLength: RECOVERY_CODE_BYTES })

describe("recovery codes", () => {
  it("are four groups of four, read back however they are typed", () => {
    fc.assert(
      fc.property(tenBytes, (random) => {
        const code = makeRecoveryCode(random)
        expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)
        const plain = code.replaceAll("-", "")
        for (const typed of [code, plain, code.toLowerCase(), ` ${code.replaceAll("-", " ")} `])
          expect(readRecoveryCode(typed)).toBe(plain)
      }),
    )
  })

  it("are not six digits, nor anything shorter or longer", () => {
    for (const typed of ["", "123456", "ABCD-EFGH", "ABCD-EFGH-JKMN-PQRS-T", "UUUU-UUUU-UUUU-UUUU"])
      expect(readRecoveryCode(typed)).toBeNull()
  })

  it("are stored under the key and the person, so that neither alone tells anything", () => {
    const stored = (plain: string, person: string, key: string) =>
      hashRecoveryCode(plain, person, key).toString("hex")
    const one = stored("ABCDEFGHJKMNPQRS", "amina", "key")
    expect(stored("ABCDEFGHJKMNPQRS", "amina", "key")).toBe(one)
    expect(stored("ABCDEFGHJKMNPQRS", "bilal", "key")).not.toBe(one)
    expect(stored("ABCDEFGHJKMNPQRS", "amina", "other")).not.toBe(one)
  })
})
