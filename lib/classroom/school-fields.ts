import type { FieldFault } from "./person-fields"
import { isTimeZone } from "./time-zone"

export const SCHOOL_NAME_MAX = 120

/** The first thing wrong with a school's name (already tidied) or zone, or null. */
export function schoolFault({
  schoolName,
  timeZone,
}: {
  schoolName: string
  timeZone: string
}): FieldFault | null {
  if (schoolName === "") return { code: "people.schoolNameMissing", field: "schoolName" }
  if (schoolName.length > SCHOOL_NAME_MAX)
    return { code: "people.schoolNameLong", params: { maximum: SCHOOL_NAME_MAX }, field: "schoolName" }
  return isTimeZone(timeZone) ? null : { code: "people.timeZoneUnknown", field: "timeZone" }
}
