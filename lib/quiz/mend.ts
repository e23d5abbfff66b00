/**
 * What a teacher puts right about a key after answers were given to it: other options or wordings instead of those that
 * are right, or one more beside them. A type says itself what it can do.
 */

/** What is named as right: options by id, or what is typed. */
export type Named = { optionIds: readonly string[] } | { text: string }

/** How right answers are named for a type. */
export type NamedBy = "option" | "options" | "text"

export type Mending<Content, Key> = {
  namedBy: NamedBy
  /** Only what is named is right now. Null: that is no key, or names what is not there. */
  rekey: (key: Key, named: Named, content: Content) => Key | null
  /** What is named is right too. Missing where the type's key knows no second answer; null as above. */
  accept?: (key: Key, named: Named, content: Content) => Key | null
}

/** The one option that is named; null where it is none, or several. */
export function oneOption(named: Named): string | null {
  if (!("optionIds" in named)) return null
  const [only, ...more] = named.optionIds
  return more.length === 0 ? (only ?? null) : null
}
