import type { AuthorView } from "@/lib/discussion/thread/thread-view"

/** The person behind a post, as the server knows them. Never leaves it whole. */
export type KnownAuthor = { alias: string; realName: string; isStaff: boolean; isYou: boolean }

/** pseudonyms: classmates see pseudonyms, and so does this reader. revealed: this reader sees both. names: all see names. */
export type NamesShown = "pseudonyms" | "revealed" | "names"

/** Staff sign with their names; students as the assignment and the reader's part in the class allow. */
export function authorView(author: KnownAuthor, shown: NamesShown): AuthorView {
  const { alias, realName, isStaff, isYou } = author
  if (isStaff || shown === "names") return { name: realName, alias: null, isYou, isStaff }
  if (shown === "revealed") return { name: realName, alias, isYou, isStaff }
  return { name: alias, alias: null, isYou, isStaff }
}
