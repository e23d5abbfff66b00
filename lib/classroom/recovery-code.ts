import { createHmac } from "node:crypto"
import { makeJoinCode, readJoinCode } from "./join-code"

/** How many codes somebody gets at once. */
export const RECOVERY_CODES = 10

/** Random bytes a recovery code takes: 80 bits, sixteen letters. */
export const RECOVERY_CODE_BYTES = 10

/** "7KQ2-M9XT-0ABC-DEFG" of ten random bytes. */
export const makeRecoveryCode = (random: Uint8Array): string =>
  [random.subarray(0, 5), random.subarray(5)]
    .map((half) => makeJoinCode(half).replace(/(.{4})/, "$1-"))
    .join("-")

/** The plain form of a recovery code as typed, or null when it cannot be one. Spaces, dashes and case do not matter. */
export function readRecoveryCode(typed: string): string | null {
  const letters = typed.normalize("NFKC").replace(/[\s\p{Pd}._]/gu, "")
  if (letters.length !== 16) return null
  const [first, second] = [readJoinCode(letters.slice(0, 8)), readJoinCode(letters.slice(8))]
  return first && second ? first + second : null
}

/** The form a recovery code is stored in: says nothing without the key, and nothing about other people's codes. */
export const hashRecoveryCode = (plain: string, userId: string, key: string): Buffer =>
  createHmac("sha256", key).update(`recovery:${userId}:${plain}`).digest()
