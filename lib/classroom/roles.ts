/** What a person may be in the school as a whole. */
export type SchoolRole = "student" | "assistant" | "teacher" | "administrator"

/** What a person may be in one class. */
export type ClassRole = "student" | "assistant" | "teacher"

/**
 * Whether somebody with this role in the school may hold that role in a class. A class role never exceeds the school role,
 * and staff are no students of a class: they have the preview.
 */
export function mayHold(schoolRole: SchoolRole, classRole: ClassRole): boolean {
  if (classRole === "student") return schoolRole === "student"
  if (classRole === "assistant") return schoolRole === "assistant" || schoolRole === "teacher"
  return schoolRole === "teacher" || schoolRole === "administrator"
}

/** Whether what stands in an address names a role. */
export const isSchoolRole = (text: unknown): text is SchoolRole =>
  text === "student" || text === "assistant" || text === "teacher" || text === "administrator"
