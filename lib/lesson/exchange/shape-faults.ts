import type { z } from "zod"
import { type Fault, fault, type Path } from "./fault"

type Issue = z.core.$ZodIssue

/** What Zod found, with the place in the whole file; `value` is what was looked at. */
export const shapeFaults = (issues: readonly Issue[], value: unknown, at: Path = []): Fault[] =>
  issues.flatMap((issue) => faultsOf(issue, value, at))

function faultsOf(issue: Issue, value: unknown, at: Path): Fault[] {
  const path = [...at, ...issue.path.map((step) => (typeof step === "symbol" ? String(step) : step))]
  switch (issue.code) {
    case "invalid_type":
      return [
        valueAt(value, issue.path) === undefined
          ? fault(path, "missing")
          : fault(path, "wrongType", { expected: issue.expected }),
      ]
    case "too_big":
      return [fault(path, bigCode(issue.origin), { most: Number(issue.maximum) })]
    case "too_small":
      return [fault(path, smallCode(issue.origin), { least: Number(issue.minimum) })]
    case "unrecognized_keys":
      return issue.keys.slice(0, 3).map((name) => fault(path, "unknownPart", { name: name.slice(0, 40) }))
    case "invalid_value":
      return [fault(path, "notOneOf", { values: issue.values.map(String).join(", ") })]
    case "custom":
      return [fault(path, CUSTOM.has(issue.message) ? issue.message : "shape")]
    default:
      return [fault(path, issue.code === "invalid_format" && issue.format === "date" ? "notADay" : "shape")]
  }
}

/** Messages of this room's own refinements, which are codes. */
const CUSTOM: ReadonlySet<string> = new Set(["blank", "address", "language"])

const bigCode = (origin: string): string =>
  origin === "string" ? "tooLong" : origin === "array" ? "tooMany" : "tooGreat"

const smallCode = (origin: string): string =>
  origin === "string" ? "tooShort" : origin === "array" ? "tooFew" : "tooSmall"

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (within, step) =>
      typeof within === "object" && within !== null && Object.hasOwn(within, step)
        ? (within as Record<PropertyKey, unknown>)[step]
        : undefined,
    value,
  )
}
