import type { AuthorFacts } from "./discussion-facts"
import type { AuthorProfile } from "./discussion-profile"

export type AuthorWalk = {
  /** From 1; null for who is not walked to: they left, or wrote nothing. */
  number: number | null
  of: number
  graded: number
  /** Keys. */
  previous: string | null
  next: string | null
  /** After the open one, round to the beginning; null when all are graded. */
  nextUngraded: string | null
}

/** The way from student to student who have written: by pseudonym, or by name where names are shown. */
export function walkAuthors(
  students: readonly AuthorProfile[],
  { key, showsNames, isGraded }: { key: string; showsNames: boolean; isGraded: (key: string) => boolean },
): AuthorWalk {
  const called = ({ name, alias }: AuthorFacts) => (showsNames ? name : alias) ?? alias ?? ""
  const stops = students
    .filter(({ author, posts }) => posts.length > 0 && !author.hasLeft)
    .map(({ author }) => author)
    .sort((a, b) => called(a).localeCompare(called(b)) || (a.key < b.key ? -1 : 1))
    .map((author) => author.key)
  const at = stops.indexOf(key)
  return {
    number: at < 0 ? null : at + 1,
    of: stops.length,
    graded: stops.filter(isGraded).length,
    previous: (at < 0 ? null : stops[at - 1]) ?? null,
    next: (at < 0 ? stops[0] : stops[at + 1]) ?? null,
    nextUngraded:
      [...stops.slice(at + 1), ...stops.slice(0, Math.max(at, 0))].find((stop) => !isGraded(stop)) ?? null,
  }
}
