import type { AssignmentVisit } from "@/lib/lesson/server/visit-by-token"

/** A student says where they stand after reading before they read what others wrote. */
export const oweStance = ({ enrolment, assignment, facts }: AssignmentVisit): boolean =>
  enrolment.role === "student" &&
  assignment.window === "open" &&
  facts.hasStanceStatement &&
  !facts.stanceAfterReading
