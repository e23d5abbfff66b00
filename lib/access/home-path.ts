import type { SchoolRole } from "./viewer"

/** The first page after sign-in. */
export const homePathOf = (role: SchoolRole): string => (role === "student" ? "/home" : "/teach")
