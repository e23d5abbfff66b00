import type { AssuredPromise } from "../promise"

const sittings = (name: string, promise: string, threat: string): AssuredPromise => ({
  name,
  promise,
  threat,
  run: { by: "integration", files: ["tests/integration/leaks/sittings.test.ts"], only: name },
})

export const leakPromises: AssuredPromise[] = [
  sittings(
    "key-stays-here",
    "Before results are released, nothing that reaches a student's device depends on which answers are right.",
    "The key travels with the page, a reply, a file or an order of the options.",
  ),
  sittings(
    "scores-wait-for-release",
    "What graders give reaches nobody before it is released.",
    "An unreleased grade shows on another page, in a notice or in a file.",
  ),
  sittings(
    "pseudonyms-hold",
    "Who stands behind a pseudonym shows to nobody who may not know, by whatever people write and staff do.",
    "An author is told by an edit, a count, an order, a list or a file.",
  ),
  sittings(
    "post-first-holds",
    "Who has not answered a question sees nothing of the others' posts, not even whether there are any.",
    "Search, counts, notices or streams show posts behind post-first.",
  ),
  sittings(
    "hidden-stays-hidden",
    "Words that were hidden, taken back, held or changed are gone for classmates, and so is why.",
    "A revision, an excerpt, a search or a map still has them.",
  ),
  sittings(
    "stance-is-ones-own",
    "Where somebody stands reaches nobody else: no classmate, no teacher, no file.",
    "A stance shows in a count, a log, an export or an order.",
  ),
  {
    name: "order-tells-nothing",
    promise: "Neither the order of the options nor their names in the page say which one is right.",
    threat: "The right option stands first more often, or was made first.",
    run: { by: "integration", files: ["tests/integration/leaks/option-order.test.ts"] },
  },
  {
    name: "reveal-ends-answering",
    promise: "While a student can see what was right, no attempt of theirs takes an answer and none begins.",
    threat: "Somebody looks at the key, and answers again.",
    run: { by: "integration", files: ["tests/integration/leaks/reveal.test.ts"] },
  },
  {
    name: "no-third-party",
    promise: "No page asks anybody but the school's own server, and nothing private may be kept on the way.",
    threat: "A font, a counter or a proxy learns who reads what.",
    run: { by: "browser", files: ["no-third-party.spec.ts"] },
  },
]
