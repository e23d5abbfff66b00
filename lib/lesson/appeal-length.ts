/** Characters that a reader sees; apart from the rule, so that a page need not bring all of it. */
export const SHORTEST_REASON = 10
export const LONGEST_REASON = 1000
