import type { ItemResult } from "@/lib/quiz/build-results"

/** What the part of a type that shows results is given: the whole of one question, released. */
export type ResultProps = { result: ItemResult }
