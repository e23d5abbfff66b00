import { type LineFault, type ListedPerson, type PastedRoster, sameName } from "./roster-list"
import { makeUserName } from "./user-name"

/** Somebody who is, was or asks to be in the class. */
export type RosterMember = { displayName: string; left: boolean }

export type RosterFacts = {
  members: readonly RosterMember[]
  /** Normalised user names and addresses that are in use anywhere in the school. */
  userNames: ReadonlySet<string>
  emails: ReadonlySet<string>
}

export type PlanFault = LineFault | "userNameTaken" | "emailTaken"

/** What will become of one line. */
export type PlannedLine =
  | { line: number; outcome: "new"; displayName: string; userName: string; email?: string }
  | { line: number; outcome: "already" | "left"; displayName: string }
  | { line: number; outcome: "refused"; text: string; fault: PlanFault }

/**
 * What adding a pasted list would do, line by line in the order pasted. Somebody of the same name in the class is left as
 * they are; new people get a user name that is free in the school and in this list.
 */
export function planRoster(roster: PastedRoster, facts: RosterFacts): PlannedLine[] {
  const taken = new Set([...facts.userNames, ...roster.people.flatMap(({ userName }) => userName ?? [])])
  const mentioned = { userNames: new Set(facts.userNames), emails: new Set(facts.emails) }
  const members = new Map(facts.members.map((member) => [sameName(member.displayName), member]))
  const planned = roster.people.map((person): PlannedLine => {
    const member = members.get(sameName(person.displayName))
    if (member)
      return { line: person.line, outcome: member.left ? "left" : "already", displayName: person.displayName }
    const fault = takenFault(person, mentioned)
    if (fault) return { line: person.line, outcome: "refused", text: person.displayName, fault }
    const userName = person.userName ?? makeUserName(person.displayName, taken)
    taken.add(userName)
    mentioned.userNames.add(userName)
    if (person.email) mentioned.emails.add(person.email)
    return {
      line: person.line,
      outcome: "new",
      displayName: person.displayName,
      userName,
      email: person.email,
    }
  })
  const refused = roster.refused.map((line): PlannedLine => ({ ...line, outcome: "refused" }))
  return [...planned, ...refused].sort((a, b) => a.line - b.line)
}

type Mentioned = { userNames: ReadonlySet<string>; emails: ReadonlySet<string> }

function takenFault({ userName, email }: ListedPerson, mentioned: Mentioned): PlanFault | null {
  if (userName && mentioned.userNames.has(userName)) return "userNameTaken"
  return email && mentioned.emails.has(email) ? "emailTaken" : null
}
