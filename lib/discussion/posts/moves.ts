/** What a post does in an argument. */
export const moves = ["claim", "support", "challenge", "question", "evidence", "restate"] as const
export type Move = (typeof moves)[number]

/** The side an author declares on a post. Never taken from a stance. */
export const sides = ["agree", "between", "disagree"] as const
export type Side = (typeof sides)[number]

/** The post that opens a thread for its author says where they stand; later ones of theirs may also ask or show. */
export const openingMoves = (hasPosted: boolean): readonly Move[] =>
  hasPosted ? ["claim", "question", "evidence"] : ["claim"]

export const replyMoves: readonly Move[] = ["support", "challenge", "question", "evidence", "restate"]
