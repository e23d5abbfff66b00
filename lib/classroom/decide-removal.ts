import type { ClassRole } from "./roles"

type Removal = {
  /** May take students and assistants out of this class. */
  mayRemove: boolean
  /** May take its teachers out. */
  mayRemoveStaff: boolean
  isSelf: boolean
  /** Role of the person to be taken out. */
  role: ClassRole
  /** Teachers the class has now, this person included. */
  teachers: number
}

export type RemovalDecision =
  | { ok: true }
  | { ok: false; kind: "forbidden" | "conflict"; code: "people.notAllowed" | "people.lastTeacher" }

/** A teacher takes out students and assistants; a teacher is taken out by who made the class, or goes; one always stays. */
export function decideRemoval({
  mayRemove,
  mayRemoveStaff,
  isSelf,
  role,
  teachers,
}: Removal): RemovalDecision {
  const allowed = role === "teacher" ? mayRemoveStaff || (mayRemove && isSelf) : mayRemove
  if (!allowed) return { ok: false, kind: "forbidden", code: "people.notAllowed" }
  if (role === "teacher" && teachers <= 1) return { ok: false, kind: "conflict", code: "people.lastTeacher" }
  return { ok: true }
}
