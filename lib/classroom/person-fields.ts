import { type PasswordFault, passwordFault } from "./password"
import type { SchoolRole } from "./roles"
import { nameFault } from "./roster-list"
import { isUserName } from "./user-name"

/** What is wrong with one field a person filled in, in the shape of a refusal without its kind. */
export type FieldFault = { code: string; params?: Record<string, string | number>; field: string }

export type PersonFields = { displayName: string; userName?: string; email?: string }

const DISPLAY_NAME_CODES: Record<string, string> = {
  noName: "people.displayNameMissing",
  nameTooLong: "people.displayNameLong",
}

/** The first thing wrong with what was typed about a person, or null. Values are already tidied and normalised. */
export function personFault({ displayName, userName, email }: PersonFields): FieldFault | null {
  const fault = nameFault(displayName)
  if (fault) return { code: DISPLAY_NAME_CODES[fault] ?? "people.displayNameLetters", field: "displayName" }
  if (userName !== undefined && !isUserName(userName))
    return { code: "people.userNameForm", field: "userName" }
  if (email && !/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(email))
    return { code: "people.emailForm", field: "email" }
  return null
}

/** The first thing wrong with a password this person wants to take, or null. */
export function newPasswordFault(
  password: string,
  role: SchoolRole,
  person: PersonFields,
): FieldFault | null {
  const names = [person.displayName, person.userName ?? "", person.email ?? ""]
  const fault: PasswordFault | null = passwordFault(password, role, names)
  return fault && { ...fault, field: "password" }
}
