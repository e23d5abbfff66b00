import type { RestatingAnswer } from "@/lib/discussion/restating/wordings"

/** What somebody says to a wording of a restatement, or the words in which it is said again. */
export type DemonstrationRestating = {
  /** The key of the post that restates. */
  post: string
  by: string
  /** The wording that was read. */
  number: number
} & ({ answer: RestatingAnswer; meant?: string } | { words: string })

/** In the order in which it was said. What stands in no line here waits for its answer. */
export const demonstrationRestatings: readonly DemonstrationRestating[] = [
  { post: "not-only-vote", by: "amir", number: 1, answer: "yes" },
  { post: "inconsistent", by: "kwame", number: 1, answer: "yes" },
  { post: "moving-joining", by: "leila", number: 1, answer: "yes" },
  {
    post: "same-vote-reasons",
    by: "quang",
    number: 1,
    answer: "not_quite",
    meant: "Not want what India wants. I say they stood together, and one of the two is Russia’s friend.",
  },
  {
    post: "same-vote-reasons",
    by: "wei",
    number: 1,
    words:
      "Whoever stands beside a friend of Russia’s in a vote has joined Russia’s friends, whatever the reason.",
  },
  { post: "same-vote-reasons", by: "quang", number: 2, answer: "yes" },
  {
    post: "asked-twice",
    by: "nadia",
    number: 1,
    answer: "not_quite",
    meant: "Not a crime. I only mean that you aren’t on a side in a war that nobody has asked you about.",
  },
  { post: "never-said", by: "wei", number: 1, answer: "yes" },
]
