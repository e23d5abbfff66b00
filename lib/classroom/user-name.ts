/** Longest user name, and shortest. */
export const USER_NAME_MAX = 40
export const USER_NAME_MIN = 3

/**
 * A user name or address as it is stored and looked up: NFKC, lower case, without spaces at its ends.
 * "ＡＭＩＮＡ " and "amina" are the same person.
 */
export const normaliseUserName = (typed: string): string => typed.normalize("NFKC").trim().toLowerCase()

/** Letters, digits, and single dots, hyphens or underscores between them; any script, no spaces, no "@". */
export function isUserName(name: string): boolean {
  const length = [...name].length
  if (length < USER_NAME_MIN || length > USER_NAME_MAX) return false
  return (
    /^[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[._-][\p{L}\p{M}\p{N}]+)*$/u.test(name) &&
    name === normaliseUserName(name)
  )
}

/**
 * A user name for somebody who has only a name: "Amina Khan" becomes "amina.khan", the next one "amina.khan2".
 * Names in scripts without a plain Latin spelling become "student", "student2", … so that any keyboard can type them.
 * `taken` must hold normalised names.
 */
export function makeUserName(displayName: string, taken: ReadonlySet<string>): string {
  const base = latinBase(displayName)
  if (!taken.has(base)) return base
  for (let number = 2; ; number++) if (!taken.has(`${base}${number}`)) return `${base}${number}`
}

const LATIN_SPELLINGS: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ł: "l",
  ı: "i",
}

function latinBase(displayName: string): string {
  const words = displayName
    .toLowerCase()
    .replace(/[ßæœøđðþłı]/g, (letter) => LATIN_SPELLINGS[letter] ?? letter)
    .normalize("NFKD")
    .replace(/[\p{M}'’]/gu, "")
    .match(/[a-z0-9]+/g)
  const [first, ...rest] = words ?? []
  const last = rest.at(-1)
  const base = [first, last]
    .filter(Boolean)
    .join(".")
    .slice(0, USER_NAME_MAX - 6)
    .replace(/\.$/, "")
  return base.length >= USER_NAME_MIN ? base : "student"
}
