/** Crockford's base 32: no I, L, O or U, so that a code read aloud or off a board has one spelling. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

/** Random bytes a join code is made of: 40 bits, eight letters. */
export const JOIN_CODE_BYTES = 5

const LENGTH = 8

/** The stored form, "7KQ2M9XT", of five random bytes. */
export function makeJoinCode(random: Uint8Array): string {
  if (random.length !== JOIN_CODE_BYTES) throw new RangeError(`a join code takes ${JOIN_CODE_BYTES} bytes`)
  let bits = 0n
  for (const byte of random) bits = (bits << 8n) | BigInt(byte)
  let code = ""
  for (let place = LENGTH - 1; place >= 0; place--)
    code += ALPHABET[Number((bits >> BigInt(place * 5)) & 31n)]
  return code
}

/** As people see it: "7KQ2-M9XT". */
export const formatJoinCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`

/**
 * The stored form of a code as typed: spaces, hyphens and case do not matter, O counts as 0, I and L as 1.
 * Null when it cannot be a code.
 */
export function readJoinCode(typed: string): string | null {
  const letters = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Pd}._]/gu, "")
  const code = letters.replaceAll("O", "0").replace(/[IL]/g, "1")
  return code.length === LENGTH && [...code].every((letter) => ALPHABET.includes(letter)) ? code : null
}
