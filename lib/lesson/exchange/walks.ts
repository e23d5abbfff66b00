import type { Path } from "./fault"

/**
 * What names within a file stand for, in one direction: out of this school's ids, or into them. Whoever meets a name that
 * cannot be told notes it; the value is then left to be refused.
 */
export type Names = {
  /** Something that is called by this id from here on: an option, a row, a gap. `kind` is what names of it begin with. */
  define: (kind: string, id: unknown, path: Path) => unknown
  /** Something that was defined. */
  refer: (id: unknown, path: Path) => unknown
  /** Null for what was never defined, where it is only the heading of words that belong to nothing. */
  heading: (id: string, path: Path) => string | null
  sentence: (id: unknown, path: Path) => unknown
  /** What the list of an evidence's sentences is called on this side, and on the other. */
  sentences: { here: string; there: string }
}

/** A copy of a value of any shape in which names are exchanged. What has another shape than meant is copied as it is. */
export type Walk = (value: unknown, names: Names, path: Path) => unknown

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

export const each =
  (walk: Walk): Walk =>
  (value, names, path) =>
    Array.isArray(value) ? value.map((one, at) => walk(one, names, [...path, at])) : value

export const parts =
  (walks: Record<string, Walk>): Walk =>
  (value, names, path) =>
    isRecord(value)
      ? Object.fromEntries(
          Object.entries(value).map(([name, one]) => {
            const walk = Object.hasOwn(walks, name) ? walks[name] : undefined
            return [name, walk ? walk(one, names, [...path, name]) : one]
          }),
        )
      : value

/** A record whose names are ids that were defined; what stands under one may depend on which it is. */
export const headed =
  (walkOf: (id: string) => Walk): Walk =>
  (value, names, path) =>
    isRecord(value)
      ? Object.fromEntries(
          Object.entries(value).flatMap(([id, one]) => {
            const heading = names.heading(id, [...path, id])
            return heading === null ? [] : [[heading, walkOf(id)(one, names, [...path, id])]]
          }),
        )
      : value

export const same: Walk = (value, _names, _path) => value

export const refer: Walk = (value, names, path) => names.refer(value, path)

export const define =
  (kind: string): Walk =>
  (value, names, path) =>
    names.define(kind, value, path)

export const evidence: Walk = (value, names, path) => {
  if (!isRecord(value)) return value
  const { here, there } = names.sentences
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) =>
      name === here
        ? [there, each((id, _, at) => names.sentence(id, at))(one, names, [...path, name])]
        : [name, one],
    ),
  )
}
