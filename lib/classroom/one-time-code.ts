import { createHmac, timingSafeEqual } from "node:crypto"

/**
 * Codes of an authenticator app: HOTP (RFC 4226) over steps of time (RFC 6238), with what every such app takes for granted:
 * SHA-1, six digits, steps of 30 seconds.
 */

/** Bytes of a secret: as long as SHA-1's output, which RFC 4226 section 4 recommends. */
export const SECRET_BYTES = 20

const STEP_SECONDS = 30
const DIGITS = 6

/** Steps before and after the present one that are taken too: clocks of telephones go a little wrong (RFC 6238, 5.2). */
const WINDOW = 1

/** How many steps of time have passed since 1970. */
export const timeStep = (now: Date): number => Math.floor(now.getTime() / 1000 / STEP_SECONDS)

/** The code of a counter (RFC 4226, 5.3): dynamic truncation of an HMAC, its last decimal digits. */
export function codeAt(secret: Uint8Array, counter: number, digits = DIGITS): string {
  const message = Buffer.alloc(8)
  message.writeBigUInt64BE(BigInt(counter))
  const mac = createHmac("sha1", secret).update(message).digest()
  const offset = (mac.at(-1) ?? 0) & 0x0f
  const number = mac.readUInt32BE(offset) & 0x7fffffff
  return String(number % 10 ** digits).padStart(digits, "0")
}

/**
 * The step for which this is the code, if it is one of those about `now` and later than `lastStep`, that of the last code taken;
 * else null. The typed code may have spaces in it.
 */
export function matchStep(
  secret: Uint8Array,
  typed: string,
  { now, lastStep }: { now: Date; lastStep: number },
): number | null {
  const code = typed.normalize("NFKC").replace(/[\s-]/g, "")
  if (!/^[0-9]{6}$/.test(code)) return null
  const present = timeStep(now)
  let found: number | null = null
  for (let step = present - WINDOW; step <= present + WINDOW; step++)
    if (step > lastStep && isEqual(codeAt(secret, step), code)) found = step
  return found
}

const isEqual = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))

const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"

/** Bytes in the letters that apps take secrets in (RFC 4648, section 6), without padding. */
export function toBase32(bytes: Uint8Array): string {
  let bits = ""
  for (const byte of bytes) bits += byte.toString(2).padStart(8, "0")
  return (bits.match(/.{1,5}/g) ?? []).map((five) => BASE32[Number.parseInt(five.padEnd(5, "0"), 2)]).join("")
}

/** What a QR code holds for an app: the "Key Uri Format" of Google Authenticator, which the others read too. */
export function keyUri(
  secret: Uint8Array,
  { school, userName }: { school: string; userName: string },
): string {
  const issuer = school.replaceAll(":", " ")
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(userName)}`
  return `otpauth://totp/${label}?secret=${toBase32(secret)}&issuer=${encodeURIComponent(issuer)}`
}
