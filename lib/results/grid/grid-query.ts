import type { GridRow } from "./build-grid"
import { type GridSort, gridSorts, needRank, type SortDirection } from "./sort-grid"

export const gridShows = ["all", "needs", "unfinished"] as const
export type GridShow = (typeof gridShows)[number]

/** What the address of the grid asks for. */
export type GridQuery = {
  sort: GridSort
  direction: SortDirection
  show: GridShow
  find: string
}

type Raw = Record<string, string | string[] | undefined>

const MAX_FIND = 80

/** Reads the address; what it does not know counts as not said. */
export function readGridQuery(raw: Raw): GridQuery {
  const one = (name: string) => (typeof raw[name] === "string" ? raw[name] : "")
  return {
    sort: gridSorts.find((sort) => sort === one("sort")) ?? "needs",
    direction: one("dir") === "down" ? "down" : "up",
    show: gridShows.find((show) => show === one("show")) ?? "all",
    find: one("find").trim().slice(0, MAX_FIND),
  }
}

/**
 * The address for another view of the grid. Sorting by the column it is sorted by turns the order around; a new
 * column begins with what one looks for first: names from A, work from the most.
 */
export function queryHref(
  base: string,
  query: GridQuery,
  change: { sort?: GridSort; show?: GridShow },
): string {
  const sort = change.sort ?? query.sort
  const direction = change.sort ? nextDirection(query, change.sort) : query.direction
  const show = change.show ?? query.show
  const search = new URLSearchParams()
  if (sort !== "needs") search.set("sort", sort)
  if (direction === "down") search.set("dir", "down")
  if (show !== "all") search.set("show", show)
  if (query.find) search.set("find", query.find)
  const text = search.toString()
  return text ? `${base}?${text}` : base
}

function nextDirection(query: GridQuery, sort: GridSort): SortDirection {
  if (query.sort === sort) return query.direction === "up" ? "down" : "up"
  return sort === "name" || sort === "needs" ? "up" : "down"
}

/** Does a row belong to this view? "needs" and "unfinished" leave out who has left or is excused. */
export function isShown(row: GridRow, show: GridShow): boolean {
  if (show === "all") return true
  if (row.student.hasLeft || row.student.excused) return false
  if (show === "needs") return needRank(row) < 3
  const { stance, read, quiz, discuss, reflect } = row.done
  return ![stance, read, quiz, ...(row.hidesWriting ? [] : [discuss, reflect])].every(Boolean)
}

/** Does the name, or the user name, hold what is looked for? Letters without their marks find letters with them. */
export const isFound = (row: GridRow, find: string): boolean => find === "" || isNamed(row.student, find)

export function isNamed(person: { displayName: string; userName: string }, find: string): boolean {
  const plain = (text: string) =>
    text
      .normalize("NFD")
      .replace(/\p{Mn}/gu, "")
      .toLowerCase()
  return plain(`${person.displayName} ${person.userName}`).includes(plain(find))
}
