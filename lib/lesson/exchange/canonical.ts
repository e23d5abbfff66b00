import { isRecord } from "./walks"

/** A copy with the names within every object in one order: PostgreSQL keeps objects in an order of its own. */
export function inOneOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOneOrder)
  if (!isRecord(value)) return value
  const names = Object.keys(value).sort()
  return Object.fromEntries(names.map((name) => [name, inOneOrder(value[name])]))
}
