import type { SchoolRole } from "./roles"

/** Longest password taken: argon2 reads it all, so it must have an end. */
export const PASSWORD_MAX = 200

/**
 * Shortest password taken. Length is what helps (NIST SP 800-63B 3.1.1); staff see whole classes, so theirs are longer.
 * No rules on kinds of letters, which only make people write them down.
 */
export const passwordMinimum = (role: SchoolRole): number => (role === "student" ? 8 : 12)

export type PasswordFault =
  | { code: "people.passwordTooShort"; params: { minimum: number } }
  | { code: "people.passwordEasy" }

/** What is wrong with a password that somebody wants to take, or null. `names`: what a guesser knows about them. */
export function passwordFault(
  password: string,
  role: SchoolRole,
  names: readonly string[],
): PasswordFault | null {
  const minimum = passwordMinimum(role)
  if ([...password].length < minimum) return { code: "people.passwordTooShort", params: { minimum } }
  return isCommonPassword(password) || isOnlyNames(password, names) ? { code: "people.passwordEasy" } : null
}

const COMMON = new Set(
  (
    "password passw0rd letmein welcome iloveyou sunshine princess football baseball basketball superman batman " +
    "pokemon minecraft dragon monkey qwerty qwertyuiop asdfghjkl zxcvbnm qwertz azerty trustno1 starwars whatever " +
    "computer internet student teacher school colloquy changeme default secret admin administrator classroom " +
    "abcdefgh abcdefghij onetwothree"
  ).split(" "),
)

/** Among those that guessers try first: a well-known word with digits about it, one letter again and again, a run. */
export function isCommonPassword(password: string): boolean {
  const plain = password.normalize("NFKC").toLowerCase()
  const core = plain.replace(/^[^\p{L}\p{M}]+|[^\p{L}\p{M}]+$/gu, "")
  if (core === "" && plain.length < 16) return true
  if (COMMON.has(plain) || COMMON.has(core)) return true
  return new Set(plain).size < 4 || isRun(plain)
}

/** "abcdefgh", "12345678", "87654321": each letter follows from the one before. */
function isRun(plain: string): boolean {
  const steps = [...plain].slice(1).map((letter, index) => letter.charCodeAt(0) - plain.charCodeAt(index))
  return steps.every((step) => step === 1) || steps.every((step) => step === -1)
}

function isOnlyNames(password: string, names: readonly string[]): boolean {
  let rest = password.normalize("NFKC").toLowerCase()
  const parts = names.flatMap((name) => [name, ...name.split(/[\s._@-]+/)]).map((part) => part.toLowerCase())
  for (const part of parts.filter((part) => part.length > 2).sort((a, b) => b.length - a.length))
    rest = rest.replaceAll(part, "")
  return rest.replace(/[^\p{L}\p{M}]/gu, "").length === 0
}
