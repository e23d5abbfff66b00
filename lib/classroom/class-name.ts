import type { FieldFault } from "./person-fields"

export const CLASS_NAME_MAX = 80

/** What is wrong with a class's name, already tidied, or null. */
export function classNameFault(name: string): FieldFault | null {
  if (name === "") return { code: "people.classNameMissing", field: "className" }
  return name.length > CLASS_NAME_MAX
    ? { code: "people.classNameLong", params: { maximum: CLASS_NAME_MAX }, field: "className" }
    : null
}
