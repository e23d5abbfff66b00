import { isNamed } from "../grid/grid-query"
import type { GradebookRow } from "./build-gradebook"
import { compareShares } from "./share"

export const gradebookSorts = ["name", "total"] as const
export type GradebookSort = (typeof gradebookSorts)[number]

/** What the address of a gradebook asks for. */
export type GradebookQuery = {
  sort: GradebookSort
  direction: "up" | "down"
  find: string
  /** The one assignment a phone shows; null: none. */
  work: string | null
}

type Raw = Record<string, string | string[] | undefined>

const MAX_FIND = 80

/** Reads the address; what it does not know counts as not said. */
export function readGradebookQuery(raw: Raw): GradebookQuery {
  const one = (name: string) => (typeof raw[name] === "string" ? raw[name] : "")
  return {
    sort: gradebookSorts.find((sort) => sort === one("sort")) ?? "name",
    direction: one("dir") === "down" ? "down" : "up",
    find: one("find").trim().slice(0, MAX_FIND),
    work: one("work") || null,
  }
}

/** The address with another order: the same column turned around, a new one from where one looks first. */
export function sortHref(base: string, query: GradebookQuery, sort: GradebookSort): string {
  const turned = query.direction === "up" ? "down" : "up"
  const direction = query.sort === sort ? turned : sort === "name" ? "up" : "down"
  const search = new URLSearchParams()
  if (sort !== "name") search.set("sort", sort)
  if (direction === "down") search.set("dir", "down")
  if (query.find) search.set("find", query.find)
  if (query.work) search.set("work", query.work)
  const text = search.toString()
  return text ? `${base}?${text}` : base
}

/**
 * The rows that fit, in a total order: ties go by name, then by user name. Who has left comes last, and so does who has no
 * total yet, whichever way it is sorted.
 */
export function arrangeRows(
  rows: readonly GradebookRow[],
  query: GradebookQuery,
  locale: string,
): GradebookRow[] {
  const names = new Intl.Collator(locale, { sensitivity: "base", numeric: true })
  const byName = (a: GradebookRow, b: GradebookRow) =>
    names.compare(a.person.displayName, b.person.displayName) ||
    (a.person.userName < b.person.userName ? -1 : a.person.userName > b.person.userName ? 1 : 0)
  const sign = query.direction === "up" ? 1 : -1
  const found = query.find ? rows.filter(({ person }) => isNamed(person, query.find)) : [...rows]
  return found.sort((a, b) => {
    const left = Number(a.person.hasLeft) - Number(b.person.hasLeft)
    if (left !== 0) return left
    if (query.sort === "name") return sign * byName(a, b)
    const [one, other] = [a.total.share, b.total.share]
    if (!one || !other) return Number(!one) - Number(!other) || byName(a, b)
    return sign * compareShares(one, other) || byName(a, b)
  })
}
