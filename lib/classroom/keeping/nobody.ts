/**
 * Whoever has been erased is this one person, all of them together: what must keep its place (a post that was answered, who
 * released results) points here and tells nothing. Nobody signs in as it.
 */
export const NOBODY = {
  userId: "00000000-0000-4000-8000-000000000000",
  /** With brackets, which no user name has. */
  userName: "(a person who left)",
  displayName: "A person who left",
} as const

/** What stands where an erased post stood: a post is never without a letter. */
export const ERASED_WORDS = "—"
