import type { ParseArgsConfig } from "node:util"
import type { Decision } from "@/lib/access/refusal"

export type Options = NonNullable<ParseArgsConfig["options"]>
export type Given = { values: Record<string, string | boolean | undefined>; positionals: string[] }

/** Wrong usage: answered with the command's help and exit code 2. */
export class UsageError extends Error {}

/** One verb of the command line. Words are in lib/platform/messages/en/cli.json under `commands.<word>`. */
export type Command = {
  name: string
  /** Where its summary, usage and options are described. */
  word: string
  options: Options
  /** How many positionals it takes, at least and at most. */
  positionals: [number, number]
  needsDatabase: (given: Given) => boolean
  /** Works on the database as it is, of whatever version: missing migrations are not applied first. */
  asItIs?: true
  run: (given: Given, say: Say) => Promise<Outcome>
}

/** What it did: the value is printed with --json, the lines without. `failed` ends with exit code 1 all the same. */
export type Outcome = Decision<{ value: unknown; lines: string[]; failed?: boolean }>

/** A sentence of `cli.json`, by key below `commands`. */
export type Say = (key: string, params?: Record<string, string | number>) => string

export const textOf = (given: Given, name: string): string | undefined => {
  const value = given.values[name]
  return typeof value === "string" ? value : undefined
}
