import type { AuthorFacts } from "./discussion-facts"

/** What a page calls somebody: staff by name, students by pseudonym until names are shown. */
export const nameFor = ({ isStaff, name, alias }: AuthorFacts, showsNames: boolean): string =>
  (isStaff || showsNames ? name : alias) ?? alias ?? name ?? ""
