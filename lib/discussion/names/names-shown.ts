/**
 * Under which names a class writes. pseudonyms: classmates and assistants see pseudonyms, teachers the names beside them.
 * names: everybody sees names. sealed: teachers see pseudonyms too, until one of them opens a name and says why.
 */
export const postNamesPolicies = ["pseudonyms", "names", "sealed"] as const
export type PostNames = (typeof postNamesPolicies)[number]

/**
 * What one reader sees. pseudonyms: nothing else. opened: pseudonyms, but for names that were opened. revealed: both.
 * names: names alone.
 */
export type NamesShown = "pseudonyms" | "opened" | "revealed" | "names"

/** `mayReveal`: the reader teaches the class. */
export function namesShown(postNames: PostNames, mayReveal: boolean): NamesShown {
  if (postNames === "names") return "names"
  if (!mayReveal) return "pseudonyms"
  return postNames === "sealed" ? "opened" : "revealed"
}

/**
 * May this reader be told what each student wrote, how much, or whether at all? To whom pseudonyms are shown, a number
 * beside a name would tell who is who: unequal numbers are a list of names, and so is a "done" that appears with a post.
 */
export const knowsWriters = (postNames: PostNames, mayReveal: boolean): boolean =>
  ["names", "revealed"].includes(namesShown(postNames, mayReveal))
