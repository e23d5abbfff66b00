/** What an operator looks at first, in this order. */
export const findingNames = [
  "database",
  "connections",
  "migrations",
  "disk",
  "folder",
  "mail",
  "jobs",
] as const
export type FindingName = (typeof findingNames)[number]

/**
 * What was found of one of them. `code` names its sentence in cli.json under `operation.found`, and the way to mend it, where
 * it is not ok, under `operation.mend`; `params` are figures and names of files for both.
 */
export type Finding = {
  name: FindingName
  state: "ok" | "note" | "failed"
  code: string
  params?: Record<string, string | number>
}
