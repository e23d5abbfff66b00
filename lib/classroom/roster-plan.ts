import { type LineFault, type ListedPerson, type PastedRoster, sameName } from "./roster-list"
import { makeUserName } from "./user-name"

/** A student who is, was or asks to be in the class. */
export type RosterMember = {
  userId: string
  displayName: string
  userName: string
  email: string | null
  standing: "in" | "waiting" | "left"
}

export type RosterFacts = {
  members: readonly RosterMember[]
  /** Normalised user names and addresses that are in use anywhere in the school. */
  userNames: ReadonlySet<string>
  emails: ReadonlySet<string>
}

export type PlanFault = LineFault | "userNameTaken" | "emailTaken" | "otherEmail"

/** What a student is called, and under which address. */
export type PersonWords = { displayName: string; email: string | null }

/** What will become of one line. */
export type PlannedLine =
  | { line: number; outcome: "new"; displayName: string; userName: string; email?: string }
  | {
      line: number
      outcome: "changed"
      displayName: string
      userId: string
      userName: string
      before: PersonWords
      after: PersonWords
    }
  | { line: number; outcome: "already" | "waiting" | "left"; displayName: string; userName: string }
  | { line: number; outcome: "refused"; text: string; fault: PlanFault }

/**
 * What adding a list would do, line by line in its order. A student of the class is known by user name, else by address,
 * else by name: who is known by one of the first two may get another name or address, who is known by name alone
 * stays as they are. New people get a user name that is free in the school and in this list.
 */
export function planRoster(roster: PastedRoster, facts: RosterFacts): PlannedLine[] {
  const taken = new Set([...facts.userNames, ...roster.people.flatMap(({ userName }) => userName ?? [])])
  const mentioned = { userNames: new Set(facts.userNames), emails: new Set(facts.emails) }
  const known = recognise(roster.people, facts.members)
  const planned = roster.people.map((person): PlannedLine => {
    const found = known.get(person)
    const line = found ? planKnown(person, found, mentioned) : planNew(person, mentioned, taken)
    if (line.outcome === "new") mentioned.userNames.add(line.userName)
    if (line.outcome !== "refused" && person.email) mentioned.emails.add(person.email)
    return line
  })
  const refused = roster.refused.map((line): PlannedLine => ({ ...line, outcome: "refused" }))
  return [...planned, ...refused].sort((a, b) => a.line - b.line)
}

type Known = { member: RosterMember; by: "userName" | "email" | "name" }
type Mentioned = { userNames: ReadonlySet<string>; emails: ReadonlySet<string> }

/** Whom each line means, if anybody. A member is meant by one line: first by what is theirs alone, then by name. */
function recognise(
  people: readonly ListedPerson[],
  members: readonly RosterMember[],
): ReadonlyMap<ListedPerson, Known> {
  const known = new Map<ListedPerson, Known>()
  const free = new Set(members)
  const take = (by: Known["by"], matches: (person: ListedPerson, member: RosterMember) => boolean) => {
    for (const person of people) {
      const member = known.has(person) ? undefined : [...free].find((each) => matches(person, each))
      if (!member) continue
      known.set(person, { member, by })
      free.delete(member)
    }
  }
  take("userName", (person, member) => person.userName === member.userName)
  take("email", (person, member) => person.email !== undefined && person.email === member.email)
  take("name", (person, member) => sameName(person.displayName) === sameName(member.displayName))
  return known
}

function planKnown(person: ListedPerson, { member, by }: Known, mentioned: Mentioned): PlannedLine {
  const { line, displayName, email } = person
  const { userId, userName } = member
  if (member.standing !== "in")
    return { line, outcome: member.standing, displayName: member.displayName, userName }
  const before = { displayName: member.displayName, email: member.email }
  // Somebody else of the same name, as likely as not: nobody's address is changed on the strength of a name.
  if (by === "name" && email && member.email && email !== member.email)
    return { line, outcome: "refused", text: displayName, fault: "otherEmail" }
  if (by === "name") return { line, outcome: "already", displayName: member.displayName, userName }
  const after = { displayName, email: email ?? member.email }
  if (before.displayName === after.displayName && before.email === after.email)
    return { line, outcome: "already", displayName, userName }
  if (email && email !== member.email && mentioned.emails.has(email))
    return { line, outcome: "refused", text: displayName, fault: "emailTaken" }
  return { line, outcome: "changed", displayName, userId, userName, before, after }
}

function planNew(person: ListedPerson, mentioned: Mentioned, taken: Set<string>): PlannedLine {
  const { line, displayName, email } = person
  const fault = takenFault(person, mentioned)
  if (fault) return { line, outcome: "refused", text: displayName, fault }
  const userName = person.userName ?? makeUserName(displayName, taken)
  taken.add(userName)
  return { line, outcome: "new", displayName, userName, email }
}

function takenFault({ userName, email }: ListedPerson, mentioned: Mentioned): PlanFault | null {
  if (userName && mentioned.userNames.has(userName)) return "userNameTaken"
  return email && mentioned.emails.has(email) ? "emailTaken" : null
}
