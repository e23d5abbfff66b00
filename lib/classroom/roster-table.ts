import { findHeading, type RosterColumns, type TableHeading, type TableRow } from "./roster-columns"
import {
  isEmail,
  type LineFault,
  type ListedPerson,
  nameFault,
  type PastedRoster,
  personOfCells,
  rosterOfLines,
  splitName,
  tidyName,
  tidyText,
} from "./roster-list"
import { isUserName, normaliseUserName } from "./user-name"

/**
 * Reads the rows of a file as a class list. With a heading, columns may stand in any order and others are passed over;
 * without one, each row is read like a pasted line. A row that cannot be read is refused with its reason, the rest is taken.
 */
export function readRosterTable(rows: readonly TableRow[]): PastedRoster {
  const filled = rows
    .map(({ row, cells }) => ({ row, cells: cells.map(tidyText) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ""))
  const heading = findHeading(filled)
  const lines = filled.slice(heading ? heading.at + 1 : 0).map(({ row, cells }) => ({
    line: row,
    text: cells.filter(Boolean).join(", "),
    read: () => (heading ? personBelow(heading, cells, row) : personOfCells(cells, row)),
  }))
  const passedOver = heading ? filled.slice(0, heading.at + 1) : []
  const text = passedOver.map(({ cells }) => cells.filter(Boolean).join(", ")).join(" / ")
  return rosterOfLines(lines, heading ? text : null)
}

/** A comma in a name that is not in quotes pushes all that follows out of its column: such a row is not guessed at. */
function personBelow(
  { columns, width }: TableHeading,
  cells: readonly string[],
  line: number,
): ListedPerson | LineFault {
  if (cells.findLastIndex((cell) => cell !== "") < width) return personOfColumns(cells, columns, line)
  return width === 1 ? personOfCells(cells, line) : "tooManyCells"
}

function personOfColumns(
  cells: readonly string[],
  columns: RosterColumns,
  line: number,
): ListedPerson | LineFault {
  const cell = (column: keyof RosterColumns) => cells[columns[column] ?? -1] ?? ""
  const displayName = nameOf(cell("name"), cell("first"), cell("last"))
  if (displayName === null) return "extraUnclear"
  const userName = normaliseUserName(cell("userName")) || undefined
  const email = normaliseUserName(cell("email")) || undefined
  const fault = nameFault(displayName)
  if (fault) return fault
  if (email && !isEmail(email)) return "badEmail"
  // Schools often sign in with the address: then the column holds nothing that could be a user name here.
  if (userName?.includes("@")) return { line, displayName, email: email ?? emailIn(userName) }
  if (userName && !isUserName(userName)) return "badUserName"
  return { line, displayName, userName, email }
}

const emailIn = (text: string): string | undefined => (isEmail(text) ? text : undefined)

/** First and last name where there are columns for them, else the whole name; null where it falls into too many parts. */
function nameOf(name: string, first: string, last: string): string | null {
  if (first !== "" || last !== "") {
    // "Khan, Amina" under a heading that promised only one of the two.
    const alone = first === "" ? last : last === "" ? first : null
    if (alone === null) return tidyName(`${first} ${last}`)
    return splitName(name || alone)
  }
  return splitName(name)
}
