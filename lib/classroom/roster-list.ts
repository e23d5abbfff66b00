import { isUserName, normaliseUserName } from "./user-name"

/** Lines of a pasted list taken at once. */
export const ROSTER_LINES_MAX = 200

export const DISPLAY_NAME_MAX = 80

/** One person as a pasted line names them. `line` counts from 1 as it was pasted. */
export type ListedPerson = { line: number; displayName: string; userName?: string; email?: string }

/** Why a line was not taken; the sentence stands under `people.roster.refused`. */
export type LineFault =
  | "noName"
  | "nameTooLong"
  | "notAName"
  | "badEmail"
  | "badUserName"
  | "tooManyCells"
  | "twiceInList"
  | "extraUnclear"

export type ListedLine = { line: number; text: string; fault: LineFault }

export type PastedRoster = { people: ListedPerson[]; refused: ListedLine[]; heading: string | null }

/**
 * Reads a pasted list: one person per line, "First Last" or "Last, First"; after it, separated by tabs, commas or
 * semicolons, an email address or a user name may follow. Empty lines and a heading are passed over. Lines that
 * cannot be read are refused with their reason; the rest is taken all the same.
 */
export function readRoster(pasted: string): PastedRoster {
  const filled = pasted
    .split(/\r\n|\r|\n/)
    .map((raw, index) => ({ line: index + 1, text: tidyText(raw) }))
    .filter(({ text }) => text !== "")
  const heading = filled[0] && isHeading(filled[0].text) ? filled[0].text : null
  const lines = filled.slice(heading === null ? 0 : 1).map(({ line, text }) => ({
    line,
    text,
    read: () => personOfCells(cells(text), line),
  }))
  return rosterOfLines(lines, heading)
}

/** A line as it came, and how to read it. */
export type RosterLine = { line: number; text: string; read: () => ListedPerson | LineFault }

/** The people of these lines; those that cannot be read, or name somebody a second time, apart with their reason. */
export function rosterOfLines(lines: readonly RosterLine[], heading: string | null): PastedRoster {
  const roster: PastedRoster = { people: [], refused: [], heading }
  const seen = new Map<string, ListedPerson[]>()
  for (const { line, text, read } of lines) {
    const person = read()
    const sameNamed = typeof person === "string" ? [] : (seen.get(sameName(person.displayName)) ?? [])
    const fault = typeof person === "string" ? person : repeats(person, sameNamed) ? "twiceInList" : null
    if (fault) roster.refused.push({ line, text: text.slice(0, 120), fault })
    else if (typeof person !== "string") {
      seen.set(sameName(person.displayName), [...sameNamed, person])
      roster.people.push(person)
    }
  }
  return roster
}

/** The same name again is a second person only where a user name or an address tells the two apart. */
const repeats = (person: ListedPerson, sameNamed: readonly ListedPerson[]): boolean =>
  sameNamed.some((earlier) => isShared(person, earlier) || !areApart(person, earlier))

const isShared = (one: ListedPerson, other: ListedPerson): boolean =>
  (one.userName !== undefined && one.userName === other.userName) ||
  (one.email !== undefined && one.email === other.email)

const areApart = (one: ListedPerson, other: ListedPerson): boolean =>
  differ(one.userName, other.userName) || differ(one.email, other.email)

const differ = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && one !== other

/** Names that differ only in case, spaces or composition belong, as far as a list can tell, to one person. */
export const sameName = (name: string): string =>
  name.normalize("NFKC").replace(/\s+/g, " ").trim().toLowerCase()

const HEADING_WORDS =
  /^(first|last|sur|given|family|full|student'?s?|user|pupil'?s?|e-?mail|name|id|no\.?|address|username|surname|\s)+$/i

const isHeading = (text: string): boolean =>
  cells(text).every((cell) => HEADING_WORDS.test(cell)) && /name|student|pupil/i.test(text)

/** A person named without a heading: a name in one or two cells, then an address, then a user name. */
export function personOfCells(given: readonly string[], line: number): ListedPerson | LineFault {
  const all = given
    .flatMap((cell) => (cell.includes("@") ? [cell] : splitCommas(cell)))
    .filter((cell) => cell !== "")
  const emails = all.filter((cell) => cell.includes("@"))
  const rest = all.filter((cell) => !cell.includes("@"))
  const userName = rest.length > 1 && looksLikeUserName(rest.at(-1)) ? rest.pop() : undefined
  if (rest.length === 0) return "noName"
  if (rest.length > 2 || emails.length > 1) return "extraUnclear"
  const displayName = tidyName(rest.length === 2 ? `${rest[1]} ${rest[0]}` : (rest[0] ?? ""))
  const email = emails[0]?.toLowerCase()
  return (
    nameFault(displayName) ?? (email && !isEmail(email) ? "badEmail" : { line, displayName, userName, email })
  )
}

/** "Khan, Amina" as "Amina Khan"; null where commas leave more than two parts. */
export function splitName(name: string): string | null {
  const parts = splitCommas(name).filter((part) => part !== "")
  return parts.length > 2 ? null : tidyName(parts.reverse().join(" "))
}

const splitCommas = (cell: string): string[] => cell.split(/[,،，]/).map((part) => part.trim())

/** A cell or line without what surrounds text unseen: byte order marks, marks of direction, hard spaces. */
export const tidyText = (text: string): string =>
  text
    .replace(/[\ufeff\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/[\s\u00a0]+/g, keepTabs)
    .trim()

const keepTabs = (spaces: string): string => (spaces.includes("\t") ? spaces.replace(/[^\t]/g, "") : " ")

/** A display name with its spaces in order. */
export const tidyName = (name: string): string => name.normalize("NFC").replace(/\s+/g, " ").trim()

/** What is wrong with a display name, or null. */
export function nameFault(displayName: string): LineFault | null {
  if (displayName === "") return "noName"
  if (displayName.length > DISPLAY_NAME_MAX) return "nameTooLong"
  // A formula is no name, and must not become one that a spreadsheet runs when a list is exported.
  if (/^[=+@-]/.test(displayName)) return "notAName"
  return /\p{L}/u.test(displayName) && !/[\p{Cc}<>{}|\\^~[\]]/u.test(displayName) ? null : "notAName"
}

export const isEmail = (text: string): boolean =>
  text.length <= 254 && /^[^\s@<>"]+@[^\s@<>".]+(\.[^\s@<>".]+)+$/.test(text)

/** Told from a first name by a digit, a dot, a hyphen or an underscore in it. */
function looksLikeUserName(cell: string | undefined): boolean {
  return cell !== undefined && /[\d._-]/.test(cell) && isUserName(cell) && cell === normaliseUserName(cell)
}

/** Cells of a line: by tabs where there are any, else by semicolons or commas; quotes hold a cell together. */
function cells(text: string): string[] {
  const separator = text.includes("\t") ? "\t" : text.includes(";") ? ";" : ","
  const found: string[] = []
  let cell = ""
  let quoted = false
  for (const letter of text) {
    if (letter === '"') quoted = !quoted
    else if (letter === separator && !quoted) {
      found.push(cell)
      cell = ""
    } else cell += letter
  }
  return [...found, cell].map((each) => each.trim())
}
