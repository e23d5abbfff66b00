import { isUserName, normaliseUserName } from "./user-name"

/** Lines of a pasted list taken at once. */
export const ROSTER_LINES_MAX = 200

export const DISPLAY_NAME_MAX = 80

/** One person as a pasted line names them. `line` counts from 1 as it was pasted. */
export type ListedPerson = { line: number; displayName: string; userName?: string; email?: string }

/** Why a line was not taken; the sentence stands under `people.roster.refused`. */
export type LineFault = "noName" | "nameTooLong" | "notAName" | "badEmail" | "twiceInList" | "extraUnclear"

export type ListedLine = { line: number; text: string; fault: LineFault }

export type PastedRoster = { people: ListedPerson[]; refused: ListedLine[]; heading: string | null }

/**
 * Reads a pasted list: one person per line, "First Last" or "Last, First"; after it, separated by tabs, commas or
 * semicolons, an email address or a user name may follow. Empty lines and a heading are passed over. Lines that
 * cannot be read are refused with their reason; the rest is taken all the same.
 */
export function readRoster(pasted: string): PastedRoster {
  const roster: PastedRoster = { people: [], refused: [], heading: null }
  const seen = new Set<string>()
  for (const [index, raw] of pasted.split(/\r\n|\r|\n/).entries()) {
    const text = raw
      .replaceAll("\u00a0", " ")
      .replace(/^\ufeff/, "")
      .trim()
    if (text === "") continue
    if (roster.heading === null && roster.people.length === 0 && isHeading(text)) {
      roster.heading = text
      continue
    }
    const person = readLine(text, index + 1)
    const fault =
      typeof person === "string" ? person : seen.has(sameName(person.displayName)) ? "twiceInList" : null
    if (fault) roster.refused.push({ line: index + 1, text: text.slice(0, 120), fault })
    else if (typeof person !== "string") {
      seen.add(sameName(person.displayName))
      roster.people.push(person)
    }
  }
  return roster
}

/** Names that differ only in case, spaces or composition belong, as far as a list can tell, to one person. */
export const sameName = (name: string): string =>
  name.normalize("NFKC").replace(/\s+/g, " ").trim().toLowerCase()

const HEADING_WORDS =
  /^(first|last|sur|given|family|full|student'?s?|user|pupil'?s?|e-?mail|name|id|no\.?|address|username|surname|\s)+$/i

const isHeading = (text: string): boolean =>
  cells(text).every((cell) => HEADING_WORDS.test(cell)) && /name|student|pupil/i.test(text)

function readLine(text: string, line: number): ListedPerson | LineFault {
  const all = cells(text).filter((cell) => cell !== "")
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

/** A display name with its spaces in order. */
export const tidyName = (name: string): string => name.normalize("NFC").replace(/\s+/g, " ").trim()

/** What is wrong with a display name, or null. */
export function nameFault(displayName: string): LineFault | null {
  if (displayName === "") return "noName"
  if (displayName.length > DISPLAY_NAME_MAX) return "nameTooLong"
  return /\p{L}/u.test(displayName) && !/[\p{Cc}<>{}|\\^~[\]]/u.test(displayName) ? null : "notAName"
}

const isEmail = (text: string): boolean =>
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
  return [...found, cell].map((each) => each.trim()).flatMap((each) => splitQuotedName(each, separator))
}

/** `"Khan, Amina"` in one cell of a table is a last and a first name. */
function splitQuotedName(cell: string, separator: string): string[] {
  if (separator === "," && !cell.includes(",")) return [cell]
  return cell.split(",").map((part) => part.trim())
}
