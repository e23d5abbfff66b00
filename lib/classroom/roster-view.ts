import { type Accommodation, readAccommodation } from "./accommodation"
import type { ClassRole } from "./roles"

/** One person on a class's page. */
export type RosterPerson = {
  enrolmentId: string
  userId: string
  displayName: string
  userName: string
  role: ClassRole
  /** Still has the password that was handed out, or none: has not been here on their own yet. */
  waitsForFirstSignIn: boolean
  accountClosed: boolean
  /** Null: nothing is granted. */
  accommodation: Accommodation | null
  /** When they asked to join, joined or left, whichever is the matter. */
  since: Date
}

export type RosterView = {
  waiting: RosterPerson[]
  students: RosterPerson[]
  staff: RosterPerson[]
  left: RosterPerson[]
}

/** The rows of a class, as its page needs them. */
export type RosterRow = {
  id: string
  role: ClassRole
  state: "pending" | "active"
  createdAt: Date
  leftAt: Date | null
  user: {
    id: string
    displayName: string
    userName: string
    mustChangePassword: boolean
    disabledAt: Date | null
    accommodation: Parameters<typeof readAccommodation>[0]
  }
}

const collator = new Intl.Collator("en", { numeric: true })

/** Everybody of a class in four lists by what they are to it, each in order of name, then of user name. */
export function rosterOf(rows: readonly RosterRow[]): RosterView {
  const roster: RosterView = { waiting: [], students: [], staff: [], left: [] }
  for (const row of rows) roster[listOf(row)].push(personOf(row))
  for (const list of Object.values(roster))
    list.sort(
      (a, b) => collator.compare(a.displayName, b.displayName) || collator.compare(a.userName, b.userName),
    )
  return roster
}

function listOf({ leftAt, state, role }: RosterRow): keyof RosterView {
  // Somebody declined has never been in the class, but may be let in later all the same.
  if (leftAt) return "left"
  if (state === "pending") return "waiting"
  return role === "student" ? "students" : "staff"
}

function personOf({ id, role, createdAt, leftAt, user }: RosterRow): RosterPerson {
  return {
    enrolmentId: id,
    userId: user.id,
    displayName: user.displayName,
    userName: user.userName,
    role,
    waitsForFirstSignIn: user.mustChangePassword,
    accountClosed: user.disabledAt !== null,
    accommodation: readAccommodation(user.accommodation),
    since: leftAt ?? createdAt,
  }
}
