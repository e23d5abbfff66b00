import type { NamesShown } from "@/lib/discussion/names/names-shown"
import type { AuthorView } from "@/lib/discussion/thread/thread-view"

/** The person behind a post, as the server knows them. Never leaves it whole. */
export type KnownAuthor = {
  alias: string
  realName: string
  isStaff: boolean
  isYou: boolean
  /** A teacher has opened this name, at this prompt. */
  isOpened: boolean
}

/** Staff sign with their names; students as the assignment and the reader's part in the class allow. */
export function authorView(author: KnownAuthor, shown: NamesShown): AuthorView {
  const { alias, realName, isStaff, isYou, isOpened } = author
  if (isStaff || shown === "names") return { name: realName, alias: null, isYou, isStaff }
  if (shown === "revealed" || (shown === "opened" && isOpened))
    return { name: realName, alias, isYou, isStaff }
  return { name: alias, alias: null, isYou, isStaff }
}
