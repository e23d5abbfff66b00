import { createHmac, timingSafeEqual } from "node:crypto"

/**
 * A device on which somebody has signed in before carries a mark for that account. Its guesses are counted apart, so that
 * others who guess at the account from elsewhere cannot keep its owner out (OWASP calls this a device cookie).
 * A mark opens nothing: the password is still asked for.
 */

/** Accounts one shared computer remembers. */
const MARKS_MAX = 8

/** The cookie's new value: a mark for this person put first, older marks of others kept. `nonce` is random. */
export function addDeviceMark(
  cookie: string | undefined,
  userId: string,
  nonce: string,
  secret: string,
): string {
  const others = marks(cookie).filter((mark) => !belongsTo(mark, userId, secret))
  return [`${nonce}.${sign(nonce, userId, secret)}`, ...others].slice(0, MARKS_MAX).join("~")
}

/** The mark's nonce where this device carries one for this person, else null. */
export function findDeviceMark(cookie: string | undefined, userId: string, secret: string): string | null {
  return (
    marks(cookie)
      .find((mark) => belongsTo(mark, userId, secret))
      ?.split(".")[0] ?? null
  )
}

const marks = (cookie: string | undefined): string[] => (cookie ?? "").split("~", MARKS_MAX).filter(Boolean)

function belongsTo(mark: string, userId: string, secret: string): boolean {
  const [nonce = "", signature = ""] = mark.split(".", 2)
  const expected = Buffer.from(sign(nonce, userId, secret))
  const given = Buffer.from(signature)
  return given.length === expected.length && timingSafeEqual(given, expected)
}

const sign = (nonce: string, userId: string, secret: string): string =>
  createHmac("sha256", secret).update(`device:${userId}:${nonce}`).digest("base64url")
