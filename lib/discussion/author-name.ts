import type { AuthorView } from "./thread-view"

/** The person behind a post, as the server knows them. Never leaves it whole. */
export type KnownAuthor = { alias: string; realName: string; isStaff: boolean; isYou: boolean }

/**
 * What a reader may know of an author. Staff sign with their names; students with a pseudonym, unless the assignment
 * goes by names or the reader is a teacher of the class.
 */
export function authorView(author: KnownAuthor, namesShown: boolean): AuthorView {
  const { alias, realName, isStaff, isYou } = author
  return { name: namesShown || isStaff ? realName : alias, isYou, isStaff }
}
